import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** Or: 1 where at least one input is. */
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
