import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** A plane, y = 0.9 x₁ − 0.6 x₂ − 0.1: what one neuron without an activation can fit exactly. */
export const plane: Dataset = {
  kind: "function",
  label: datasetNames.plane,
  noise: 0.05,
  inputs: 2,
  symbols: "y = 0.9\\,x_1 - 0.6\\,x_2 - 0.1",
  of: ({ 0: x1, 1: x2 }) => 0.9 * x1! - 0.6 * x2! - 0.1,
};
