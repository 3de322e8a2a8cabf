import { ids } from "../../ids/index.ts";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { isBeforeEdits } from "../../ids/moment.ts";
import { refsOf } from "../head.ts";
import { writingOf } from "../heads/index.ts";
import type { Origin } from "../origin.ts";
import { derived, isIn, labeledTraceOf } from "../parts.ts";

export const ell: Origin<PointId<"ell">> = {
  derive(run, { point, t }) {
    const value = labeledTraceOf(run, point, run.at(t)).loss;
    const { expression, caption } = writingOf(run.network.head).loss(refsOf(run, point, t));
    return derived(value, caption, expression);
  },
  /** The means that include the loss of this sample. */
  usedBy({ split, batches }, { point, t }) {
    if (isIn(split.test, point)) return [ids.Ltest.of(t)];
    const all = ids.L.of(t);
    if (isBeforeEdits(t) || batches.perEpoch === 1 || !isIn(batches.at(t), point)) return [all];
    return [all, ids.Lbatch.of(t)];
  },
  commonMistakes({ run, id: { point, t }, value, at }) {
    const refs = refsOf(run, point, t);
    return writingOf(run.network.head).loss(refs).commonMistakes({ refs, value, at });
  },
};
