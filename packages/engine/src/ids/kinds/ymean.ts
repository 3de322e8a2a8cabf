/** `ymean.j`: the mean of target j over the points trained on. */
import * as names from "#text/names";
import { form, WHOLE } from "../grammar.ts";
import { allPoints, kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";

/** The mean of target j. */
export interface YmeanId {
  readonly kind: "ymean";
  readonly j: number;
}

export const ymean = kindOf<YmeanId, [j: number]>(
  {
    kind: "ymean",
    forms: [[form`ymean\.(?<j>${WHOLE})`, ({ j }) => ({ kind: "ymean", j: Number(j) })]],
    print: ({ j }) => `ymean.${j}`,
    symbol: ({ j }) => `\\bar y_{${j}}`,
    plain: ({ j }) => `ȳ${subscript(j)}`,
    about: (_, extent) => allPoints(extent),
    what: ({ j }) => names.meanTarget(j),
  },
  (j) => ({ kind: "ymean", j }),
);
