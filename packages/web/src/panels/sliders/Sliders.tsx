import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel in which every parameter is a slider. */
export const sliders: Panel = {
  ...messages.sliders,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
