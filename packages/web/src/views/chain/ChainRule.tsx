import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel that takes one gradient apart. */
export const chainRule: Panel = {
  title: "Chain rule",
  asks: "Through which factors does a weight reach the loss?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
