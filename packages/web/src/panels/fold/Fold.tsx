import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The tool that shows how the layers fold the inputs, and the regions in which the network is one affine map. */
export const fold: Panel = {
  ...messages.fold,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
