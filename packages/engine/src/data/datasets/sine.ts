import { datasetNames } from "#text/labels";
import { sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** One wave, y = sin(2πx). */
export const sine: Dataset = {
  kind: "function",
  label: datasetNames.sine,
  noise: 0.1,
  inputs: 1,
  symbols: "y = \\sin(2\\pi x)",
  of: ({ 0: x }) => sin(2 * Math.PI * x!),
};
