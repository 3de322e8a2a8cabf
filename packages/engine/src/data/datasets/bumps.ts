import { datasetNames } from "#text/labels";
import { exp } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** A bump around a center: 1 there, and half of that 0.83 widths away. */
function bump(x: number, center: number, width: number): number {
  const away = (x - center) / width;
  return exp(-(away * away));
}

/** A high bump and a lower, wider one. */
export const bumps: Dataset = {
  kind: "function",
  label: datasetNames.bumps,
  noise: 0.05,
  inputs: 1,
  symbols: "y = e^{-((x - 0.25)/0.1)^2} + 0.6\\,e^{-((x - 0.7)/0.15)^2} - 0.4",
  of: ({ 0: x }) => bump(x!, 0.25, 0.1) + 0.6 * bump(x!, 0.7, 0.15) - 0.4,
};
