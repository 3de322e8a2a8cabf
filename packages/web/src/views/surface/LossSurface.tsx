import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

export const lossSurface: Panel = {
  title: "Loss surface",
  asks: "What does the loss look like around the present parameters?",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
