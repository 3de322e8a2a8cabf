import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

export const lossSurface: Panel = {
  ...messages.lossSurface,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
