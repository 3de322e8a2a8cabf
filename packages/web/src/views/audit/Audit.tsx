import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel of all points: sorted, and each line by line. */
export const audit: Panel = {
  title: "Audit",
  asks: "Is every point, and every line of its way, as it should be?",
  place: "instead",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
