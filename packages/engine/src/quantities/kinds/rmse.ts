import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { idText, ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Expression, evaluate } from "../../math/expression.ts";
import { type Origin, unused } from "../origin.ts";
import { assertValues, derived, outputsOf } from "../parts.ts";
import { mistaken } from "../commonMistakes.ts";

export const rmse: Origin<MomentId<"rmse">> = {
  /** With the mean of the squares as loss it is √L; half the sum of m squares is m/2 times as large. */
  derive(run, id) {
    assertValues(run, idText(id), id.t);
    const loss = ids.L.of(id.t);
    const outputs = outputsOf(run).length;
    const doubled: Expression = ["*", 2, loss];
    const mean =
      run.network.head.loss === "mse" ? loss : outputs === 1 ? doubled : (["/", doubled, outputs] as const);
    const expression: Expression = ["sqrt", mean];
    return derived(
      evaluate(expression, () => run.at(id.t).loss),
      captions.rootMeanSquaredError(),
      expression,
    );
  },
  usedBy: unused,
  commonMistakes: ({ operands, at }) => [mistaken(at, operands[0]!, commonMistakes.rootMissing())],
};
