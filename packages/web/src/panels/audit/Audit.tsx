import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { words } from "../../words/panels.ts";

/** The panel of all points: sorted, and each line by line. */
export const audit: Panel = {
  ...words.audit,
  place: "instead",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
