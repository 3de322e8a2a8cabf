import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel in which a mistake is planted in a copy of backprop. */
export const bugBench: Panel = {
  title: "Bug bench",
  asks: "Would you notice a mistake in backprop?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
