import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

export const activation: Panel = {
  ...messages.activation,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
