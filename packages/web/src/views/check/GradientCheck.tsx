import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

export const gradientCheck: Panel = {
  title: "Gradient check",
  asks: "Is backprop right? Each slope is measured without it.",
  place: "under",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
