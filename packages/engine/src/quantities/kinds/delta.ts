import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import { type Expression, substitute } from "../../math/expression.ts";
import { activationOf } from "../../nn/activations.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { refsOf } from "../head.ts";
import { writingOf } from "../heads/index.ts";
import { mistaken, minusDropped } from "../commonMistakes.ts";
import type { Origin } from "../origin.ts";
import { layerOf } from "../lookup.ts";
import { derived, labeledTraceOf, units } from "../parts.ts";

export const delta: Origin<UnitId<"delta">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const layer = layerOf(run, id);
    const value = labeledTraceOf(run, point, run.at(t)).delta[l - 1]![j - 1]!;
    if (l === run.network.layers.length) {
      const { expression, caption } = writingOf(run.network.head).delta(refsOf(run, point, t), j);
      return derived(value, caption, expression);
    }
    const backpropagated = units(run, l + 1).map((i): Expression => [
      "*",
      ids.parameter.of(weightName(l + 1, i, j), t),
      ids.delta.of(l + 1, i, point, t),
    ]);
    const slope = substitute(activationOf(layer).slopeValue, () => ids.a.of(l, j, point, t));
    return derived(value, captions.hiddenError(), ["*", ["sum", ...backpropagated], slope]);
  },
  usedBy(run, { l, j, point, t }) {
    const fanIn = run.network.layers[l - 1]?.fanIn ?? 0;
    const weights = Array.from({ length: fanIn }, (_, k) => weightName(l, j, k + 1));
    const gradients = [...weights, biasName(l, j)].map((name) => ids.gradient.of(name, t, point));
    const back = l === 1 ? [] : units(run, l - 1).map((k) => ids.delta.of(l - 1, k, point, t));
    return [...gradients, ...back];
  },
  commonMistakes({ run, id, value, operands, at }) {
    const { l, j, point, t } = id;
    if (l === run.network.layers.length) {
      const refs = refsOf(run, point, t);
      return writingOf(run.network.head).delta(refs, j).commonMistakes({ refs, value, at });
    }
    return [
      mistaken(at, operands[0]!, commonMistakes.localSlopeMissing()),
      mistaken(at, operands.at(-1)!, commonMistakes.localSlopeAlone()),
      ...minusDropped(termsOf(operands[0]!), at, (terms) => ["*", ["sum", ...terms], operands.at(-1)!]),
    ];
  },
};

/** The terms of a sum. */
function termsOf(sum: Expression): Expression[] {
  return Array.isArray(sum) ? (sum.slice(1) as Expression[]) : [sum];
}
