import { useSyncExternalStore } from "react";

/** Three arrangements of the same areas: all columns; set-up as a rail; everything in one column. */
export type Layout = "desk" | "tab" | "phone";

const desk = matchMedia("(min-width: 1180px) and (min-height: 720px)");
const tab = matchMedia("(min-width: 760px)");

export function useLayout(): Layout {
  return useSyncExternalStore(onChange, current);
}

function current(): Layout {
  if (desk.matches) return "desk";
  return tab.matches ? "tab" : "phone";
}

function onChange(changed: () => void): () => void {
  for (const query of [desk, tab]) query.addEventListener("change", changed);
  return () => {
    for (const query of [desk, tab]) query.removeEventListener("change", changed);
  };
}
