import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that shows how well gradients reach the layers. */
export const health: Panel = {
  ...messages.health,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
