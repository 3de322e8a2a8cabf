import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** Exclusive or: 1 where exactly one input is. No straight line separates it. */
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
