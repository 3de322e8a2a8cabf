import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 759px)");

/** Whether the window is as narrow as a phone: tools that stand in a row elsewhere go into a popover. */
export function useNarrow(): boolean {
  return useSyncExternalStore(onChange, () => narrow.matches);
}

function onChange(changed: () => void): () => void {
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
}
