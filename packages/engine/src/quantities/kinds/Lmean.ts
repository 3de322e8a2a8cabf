import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { LmeanId } from "../../ids/kinds/Lmean.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import type { Expression } from "../../math/expression.ts";
import { meanLoss } from "../../nn/baseline.ts";
import type { Origin } from "../origin.ts";
import { derived, hasVariance } from "../parts.ts";

export const Lmean: Origin<LmeanId> = {
  derive(run) {
    const { head } = run.network;
    if (head.classifies) {
      throw new UnknownQuantity(absent.noValues({ id: ids.Lmean.of(), instead: ids.acc.of(0) }));
    }
    const outputs = run.samples.targets.map((_, j) => j + 1);
    const ofSample = (s: number): Expression => {
      const squares: Expression = [
        "sum",
        ...outputs.map((j): Expression => ["power", ["-", ids.ymean.of(j), ids.y.of(s, j)], 2]),
      ];
      if (head.loss === "squaredError") return ["*", 0.5, squares];
      return outputs.length === 1 ? squares : ["/", squares, outputs.length];
    };
    return derived(meanLoss(head, pick(run.data, run.split.train)), captions.lossOfMean(), [
      "mean",
      ...Array.from(run.split.train, (s) => ofSample(s + 1)),
    ]);
  },
  usedBy: (run) => (hasVariance(run) ? [ids.r2.of(run.last)] : []),
};
