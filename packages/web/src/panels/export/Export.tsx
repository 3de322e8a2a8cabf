import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel of what the run can be taken away as. */
export const exporting: Panel = {
  ...messages.export,
  placement: "instead",
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
