import { lazy } from "react";
import type { Panel } from "../panels/panel.ts";

/** The panel of what the run can be taken away as. */
export const exporting: Panel = {
  title: "Export",
  asks: "Does it come out the same elsewhere? Take it to PyTorch and see.",
  place: "instead",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
