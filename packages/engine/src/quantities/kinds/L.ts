import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { wasEdited } from "../edits.ts";
import { sumOfLosses } from "../mistakes.ts";
import type { Origin } from "../origin.ts";
import { allPoints, derived, meanLoss } from "../parts.ts";

export const L: Origin<MomentId<"L">> = {
  derive(run, { t }) {
    const { train } = run.split;
    return derived(run.at(t).loss, `The mean loss over ${allPoints(train.length)}.`, meanLoss(train, t));
  },
  usedBy: (run, { t }) => [
    ...(t > 0 && !wasEdited(run, t) ? [ids.dL.of(t)] : []),
    ...(t < run.last ? [ids.dL.of(t + 1)] : []),
  ],
  mistakes: sumOfLosses,
};
