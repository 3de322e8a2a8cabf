import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { isBeforeEdits } from "../../ids/moment.ts";
import type { Origin } from "../origin.ts";
import { derived, isIn, labeledTraceOf, outputOf } from "../parts.ts";

export const ell: Origin<PointId<"ell">> = {
  derive(run, { point, t }) {
    const value = labeledTraceOf(run, point, run.at(t)).loss;
    const z = outputOf(run, point, t);
    const y = ids.y.of(point);
    return derived(value, captions.loss(), [
      "+",
      ["-", ["relu", z], ["*", z, y]],
      ["log1p", ["exp", ["neg", ["abs", z]]]],
    ]);
  },
  /** The means that include the loss of this sample. */
  usedBy({ split, batches }, { point, t }) {
    if (isIn(split.test, point)) return [ids.Ltest.of(t)];
    const all = ids.L.of(t);
    if (isBeforeEdits(t) || batches.perEpoch === 1 || !isIn(batches.at(t), point)) return [all];
    return [all, ids.Lbatch.of(t)];
  },
  commonMistakes({ run, id: { point, t }, value, at }) {
    // ℓ with the other label: ℓ(1 − y) = ℓ(y) + z·y − z·(1 − y).
    const z = at(outputOf(run, point, t));
    const y = at(ids.y.of(point));
    return [
      {
        value: value + z * y - z * (1 - y),
        text: commonMistakes.otherLabel(),
      },
      { value: value / Math.LN10, text: commonMistakes.baseTen() },
    ];
  },
};
