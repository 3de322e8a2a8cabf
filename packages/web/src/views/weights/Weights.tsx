import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel of all weights with their gradients and the optimizer's memory. */
export const weights: Panel = {
  title: "Weights",
  asks: "What does each layer hold, and what moves it?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
