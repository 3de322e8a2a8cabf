import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** AND: 1 if both inputs are 1. */
export const and: Dataset = {
  kind: "gate",
  label: datasetNames.and,
  table: [
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 1],
  ],
};
