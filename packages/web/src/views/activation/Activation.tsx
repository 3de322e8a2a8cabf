import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

export const activation: Panel = {
  title: "Activation",
  asks: "Where on its curve does a neuron stand, and can it still learn?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
