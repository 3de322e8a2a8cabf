import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that finds the first wrong number of somebody's own training loop. */
export const ownCode: Panel = {
  ...messages.ownCode,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
