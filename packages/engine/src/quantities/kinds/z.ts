import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import type { Expression } from "../../math/expression.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { refsOf } from "../head.ts";
import { writingOf } from "../heads/index.ts";
import { mistaken, minusDropped } from "../commonMistakes.ts";
import type { Origin } from "../origin.ts";
import { layerOf } from "../lookup.ts";
import { derived, inputOf, isLabeled, traceOf } from "../parts.ts";

export const z: Origin<UnitId<"z">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const layer = layerOf(run, id);
    const terms = Array.from({ length: layer.fanIn }, (_, k): Expression => [
      "*",
      ids.parameter.of(weightName(l, j, k + 1), t),
      inputOf(run, l, k + 1, point, t),
    ]);
    const value = traceOf(run, point, run.at(t)).z[l - 1]![j - 1]!;
    return derived(value, captions.z(), ["+", ids.parameter.of(biasName(l, j), t), ...terms]);
  },
  usedBy(run, { l, j, point, t }) {
    const { layers, head } = run.network;
    if (l < layers.length) return [ids.a.of(l, j, point, t)];
    const refs = refsOf(run, point, t);
    const writing = writingOf(head);
    const uses = writing.usesOfZ(refs, j);
    return isLabeled(point) && writing.lossFromZ(refs, j) ? [...uses, refs.ell] : uses;
  },
  commonMistakes: ({ operands, at }) => [
    mistaken(at, ["sum", ...operands.slice(1)], commonMistakes.biasMissing()),
    mistaken(
      at,
      ["sum", ...operands.map((term) => factorsOf(term).at(-1)!)],
      commonMistakes.weightsMissing(),
    ),
    ...minusDropped(operands, at, (terms) => ["+", ...terms]),
  ],
};

function factorsOf(term: Expression): Expression[] {
  return Array.isArray(term) && term[0] === "*" ? (term.slice(1) as Expression[]) : [term];
}
