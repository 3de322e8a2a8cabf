import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel in which optimizers race from the same weights. */
export const optimizerRace: Panel = {
  title: "Optimizer race",
  asks: "Which optimizer gets there first, from the same weights?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
