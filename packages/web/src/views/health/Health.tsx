import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel that says how well gradients reach the layers. */
export const health: Panel = {
  title: "Health",
  asks: "Do gradients reach every layer, and can every neuron learn?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
