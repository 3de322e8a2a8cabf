import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { words } from "#text/panels";

/** The panel that says how well gradients reach the layers. */
export const health: Panel = {
  ...words.health,
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
