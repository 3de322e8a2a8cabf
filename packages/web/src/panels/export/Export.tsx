import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that exports the run. */
export const exporting: Panel = {
  ...messages.exporting,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
