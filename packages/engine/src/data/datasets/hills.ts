import { datasetNames } from "#text/labels";
import { exp } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** A hill of height 1 around a center. */
function hill(x: number, y: number, width: number): number {
  return exp(-(x * x + y * y) / (width * width));
}

/** A hill and a hollow. */
export const hills: Dataset = {
  kind: "function",
  label: datasetNames.hills,
  noise: 0.05,
  inputs: 2,
  symbols:
    "y = e^{-((x_1 - 0.3)^2 + (x_2 - 0.65)^2)/0.25^2} - 0.8\\,e^{-((x_1 - 0.7)^2 + (x_2 - 0.3)^2)/0.25^2}",
  of: ({ 0: x1, 1: x2 }) => hill(x1! - 0.3, x2! - 0.65, 0.25) - 0.8 * hill(x1! - 0.7, x2! - 0.3, 0.25),
};
