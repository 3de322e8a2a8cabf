import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that plants a bug in a copy of backprop. */
export const bugBench: Panel = {
  ...messages.bugBench,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
