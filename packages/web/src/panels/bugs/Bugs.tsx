import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel in which a mistake is planted in a copy of backprop. */
export const bugBench: Panel = {
  ...messages.bugs,
  placement: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
