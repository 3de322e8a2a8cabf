import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel of all points: a sorted table, and each point line by line. */
export const audit: Panel = {
  ...messages.audit,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
