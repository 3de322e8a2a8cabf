import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** A jump from −½ to ½ in the middle. */
export const step: Dataset = {
  kind: "function",
  label: datasetNames.step,
  noise: 0.05,
  inputs: 1,
  symbols: "y = \\pm\\tfrac12",
  of: ({ 0: x }) => (x! < 0.5 ? -0.5 : 0.5),
};
