/** `Lmean`: the loss of always predicting the mean of the targets. */
import * as names from "#text/names";
import { form } from "../grammar.ts";
import { allPoints, kindOf } from "../kind.ts";

/** The loss of always predicting the mean of the targets. */
export interface LmeanId {
  readonly kind: "Lmean";
}

export const Lmean = kindOf<LmeanId, []>(
  {
    kind: "Lmean",
    forms: [[form`Lmean`, () => ({ kind: "Lmean" })]],
    print: () => "Lmean",
    symbol: () => "L_{\\text{mean}}",
    plain: () => names.lossOfMean,
    about: (_, extent) => allPoints(extent),
    what: () => names.lossOfMeanIs,
  },
  () => ({ kind: "Lmean" }),
);
