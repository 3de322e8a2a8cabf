import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** XOR: 1 if exactly one input is 1. No straight line separates the classes. */
export const xor: Dataset = {
  kind: "gate",
  label: datasetNames.xor,
  table: [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ],
};
