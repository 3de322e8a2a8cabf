import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** A straight line, y = 0.8 x − 0.2: what one neuron without an activation can fit exactly. */
export const line: Dataset = {
  kind: "function",
  label: datasetNames.line,
  noise: 0.05,
  inputs: 1,
  symbols: "y = 0.8\\,x - 0.2",
  of: ({ 0: x }) => 0.8 * x! - 0.2,
};
