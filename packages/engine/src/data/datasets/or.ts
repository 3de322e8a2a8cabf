import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** OR: 1 if at least one input is 1. */
export const or: Dataset = {
  kind: "gate",
  label: datasetNames.or,
  table: [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ],
};
