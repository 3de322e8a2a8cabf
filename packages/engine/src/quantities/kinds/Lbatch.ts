import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { sumOfLosses } from "../mistakes.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, lookedAt, meanLoss } from "../parts.ts";

export const Lbatch: Origin<MomentId<"Lbatch">> = {
  derive(run, { t }) {
    const words = `The mean loss over ${lookedAt(run, t)}: the next update uses its gradient.`;
    return derived(run.at(t).batchLoss, words, meanLoss(run.batches.at(t), t));
  },
  usedBy: unused,
  mistakes: sumOfLosses,
};
