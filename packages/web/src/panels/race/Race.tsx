import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel in which optimizers race from the same weights. */
export const optimizerRace: Panel = {
  ...messages.optimizerRace,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
