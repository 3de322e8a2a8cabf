import { useSyncExternalStore } from "react";

const small = matchMedia("(max-width: 899px)");
const tablet = matchMedia("(max-width: 1179px)");

/**
 * Whether there is little room for tools that stand in a row elsewhere: in a window of less than 900 px, or, where a
 * lesson takes its share of it, of less than a desk's or enlarged for a class. They go into a popover then.
 */
export function useNarrow(shared = false): boolean {
  const narrow = shared ? tablet : small;
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener("change", changed);
      return () => narrow.removeEventListener("change", changed);
    },
    () => narrow.matches || (shared && document.body.style.zoom !== ""),
  );
}
