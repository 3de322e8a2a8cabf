/** `rng.i`: the ith random draw, from 1. */
import * as names from "#text/names";
import { form, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";

/** The ith random draw, from 1. */
export interface RngId {
  readonly kind: "rng";
  readonly i: number;
}

export const rng = kindOf<RngId, [i: number]>(
  {
    kind: "rng",
    forms: [[form`rng\.(?<i>${WHOLE})`, ({ i }) => ({ kind: "rng", i: Number(i) })]],
    print: ({ i }) => `rng.${i}`,
    symbol: ({ i }) => `u_{${i}}`,
    plain: ({ i }) => `u${subscript(i)}`,
    about: () => names.afterUpdates(0),
    what: () => names.randomDraw,
  },
  (i) => ({ kind: "rng", i }),
);
