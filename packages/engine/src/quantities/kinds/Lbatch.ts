import { captions } from "#text/captions";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { sumOfLosses } from "../commonMistakes.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, pointsOfGradient, meanLoss } from "../parts.ts";

export const Lbatch: Origin<MomentId<"Lbatch">> = {
  derive(run, { t }) {
    const caption = captions.batchLoss(pointsOfGradient(run, t));
    return derived(run.at(t).batchLoss, caption, meanLoss(run.batches.at(t), t));
  },
  usedBy: unused,
  commonMistakes: sumOfLosses,
};
