import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel that makes an exercise of numbers that are pressed on the page. */
export const makeExercise: Panel = {
  ...messages.makeExercise,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
