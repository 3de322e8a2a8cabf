import { useSyncExternalStore } from "react";

const phone = matchMedia("(max-width: 759px)");
const tablet = matchMedia("(max-width: 1179px)");

/**
 * Whether there is little room for tools that stand in a row elsewhere: in a window as narrow as a phone, or, where a
 * lesson takes its share of it, as a tablet or enlarged for a class. They go into a popover then.
 */
export function useNarrow(shared = false): boolean {
  const narrow = shared ? tablet : phone;
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener("change", changed);
      return () => narrow.removeEventListener("change", changed);
    },
    () => narrow.matches || (shared && document.body.style.zoom !== ""),
  );
}
