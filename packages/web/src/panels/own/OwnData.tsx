import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel for custom points, drawn by hand or read from a table. */
export const ownData: Panel = {
  ...messages.ownData,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
