import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel of all weights with their gradients and the optimizer's state. */
export const weights: Panel = {
  ...messages.weights,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
