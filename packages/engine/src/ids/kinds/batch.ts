/** `batch.i@t`: the number of the ith sample of update t + 1. */
import * as names from "#text/names";
import { AT, form, WHOLE } from "../grammar.ts";
import { kindOf, pointsOfUpdate } from "../kind.ts";

/** The number of the ith sample of update t + 1, both from 1. */
export interface BatchId {
  readonly kind: "batch";
  readonly i: number;
  readonly t: number;
}

export const batch = kindOf<BatchId, [i: number, t: number]>(
  {
    kind: "batch",
    forms: [
      [form`batch\.(?<i>${WHOLE})${AT}`, ({ i, t }) => ({ kind: "batch", i: Number(i), t: Number(t) })],
    ],
    print: ({ i, t }) => `batch.${i}@${t}`,
    symbol: ({ i }) => `s_{${i}}`,
    plain: ({ i }) => names.batchPoint(i),
    about: (_, extent) => pointsOfUpdate(extent),
    what: () => names.whichPoint,
  },
  (i, t) => ({ kind: "batch", i, t }),
);
