import { lazy } from "react";
import type { Panel } from "../panel.ts";
import { messages } from "#text/panels";

/** The panel of two points, epochs, branches or networks beside each other. */
export const beside: Panel = {
  ...messages.beside,
  View: lazy(async () => ({ default: (await import("./View.tsx")).View })),
};
