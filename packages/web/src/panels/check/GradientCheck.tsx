import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { words } from "#text/panels";

export const gradientCheck: Panel = {
  ...words.gradientCheck,
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
