import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import type { Origin } from "../origin.ts";
import { derived, isIn, isLabeled, outputOf, traceOf } from "../parts.ts";

export const p: Origin<PointId<"p">> = {
  derive: (run, { point, t }) =>
    derived(traceOf(run, point, run.at(t)).probability, captions.prediction(), [
      "sigmoid",
      outputOf(run, point, t),
    ]),
  usedBy(run, { point, t }) {
    const confidence = ids.conf.of(point, t);
    if (!isLabeled(point)) return [confidence];
    return [
      ids.delta.of(run.network.layers.length, 1, point, t),
      confidence,
      isIn(run.split.test, point) ? ids.acctest.of(t) : ids.acc.of(t),
    ];
  },
  commonMistakes: ({ operands, at, value }) => [
    { value: at(operands[0]!), text: commonMistakes.sigmoidMissing() },
    { value: 1 - value, text: commonMistakes.otherClass() },
  ],
};
