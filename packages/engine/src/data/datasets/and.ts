import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** And: 1 where both inputs are. */
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
