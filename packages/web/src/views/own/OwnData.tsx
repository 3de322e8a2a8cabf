import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel in which points are drawn by hand or read from a table. */
export const ownData: Panel = {
  title: "Own points",
  asks: "What does the network make of your own points? Draw them, or paste a table.",
  place: "instead",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
