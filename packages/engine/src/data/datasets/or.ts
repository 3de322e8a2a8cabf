import type { Dataset } from "../dataset.ts";

/** Or: 1 where at least one input is. */
export const or: Dataset = {
  kind: "gate",
  label: "OR",
  table: [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ],
};
