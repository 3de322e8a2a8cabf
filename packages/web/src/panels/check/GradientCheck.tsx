import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { words } from "../../words/panels.ts";

export const gradientCheck: Panel = {
  ...words.gradientCheck,
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
