import { useSyncExternalStore } from "react";

const small = matchMedia("(max-width: 899px)");
const tablet = matchMedia("(max-width: 1179px)");

/**
 * Whether there is too little room for a row of tools, so that they go into a popover: in a window narrower than 900
 * px or, with a lesson open, in one narrower than a desktop's or enlarged for a class.
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
