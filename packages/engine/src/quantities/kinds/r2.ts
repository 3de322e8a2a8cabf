import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { idText, ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { meanLoss } from "../../nn/baseline.ts";
import { type Origin, unused } from "../origin.ts";
import { assertValues, derived, hasVariance } from "../parts.ts";

export const r2: Origin<MomentId<"r2">> = {
  derive(run, id) {
    assertValues(run, idText(id), id.t);
    if (!hasVariance(run)) {
      throw new UnknownQuantity(absent.noVariance({ id: idText(id), instead: ids.rmse.of(id.t) }));
    }
    const value = 1 - run.at(id.t).loss / meanLoss(run.network.head, pick(run.data, run.split.train));
    return derived(value, captions.explainedVariance(), ["-", 1, ["/", ids.L.of(id.t), ids.Lmean.of()]]);
  },
  usedBy: unused,
  commonMistakes: ({ value }) => [{ value: 1 - value, text: commonMistakes.notSubtractedFromOne() }],
};
