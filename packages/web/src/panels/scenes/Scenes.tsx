import { lazy } from "react";
import { messages } from "#text/panels";
import type { Panel } from "../panel.ts";

/** The panel in which a talk is prepared: an ordered list of scenes, each with a caption. */
export const scenes: Panel = {
  ...messages.scenes,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
