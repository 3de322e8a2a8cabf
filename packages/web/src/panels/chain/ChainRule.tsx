import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that takes one gradient apart. */
export const chainRule: Panel = {
  ...messages.chainRule,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
