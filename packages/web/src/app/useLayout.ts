import { useSyncExternalStore } from "react";
import { isPrinting, onPrinting } from "../ui/kit/printing.ts";
import { classroomOf } from "./classroom.ts";
import { stage } from "./presenter.ts";

/** Three layouts of the same areas: all columns; the setup as a rail; everything in one column. */
export type Layout = "desktop" | "tablet" | "phone";

const desktop = matchMedia("(min-width: 1180px) and (min-height: 720px)");
const tablet = matchMedia("(min-width: 760px)");
/** In front of a class, the rail leaves room for large pictures. */
const staged = matchMedia(stage);
const { presenter } = classroomOf(location.search);

export function useLayout(): Layout {
  return useSyncExternalStore(onChange, current);
}

let shown = measured();

/** Printing has its own layout, so the width of the paper changes nothing. */
function current(): Layout {
  if (!isPrinting()) shown = measured();
  return shown;
}

function measured(): Layout {
  if (presenter && staged.matches) return "tablet";
  if (desktop.matches) return "desktop";
  return tablet.matches ? "tablet" : "phone";
}

function onChange(changed: () => void): () => void {
  for (const query of [desktop, tablet, staged]) query.addEventListener("change", changed);
  const stop = onPrinting(changed);
  return () => {
    stop();
    for (const query of [desktop, tablet, staged]) query.removeEventListener("change", changed);
  };
}
