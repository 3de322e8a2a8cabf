import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { wasEdited } from "../edits.ts";
import { sumOfLosses } from "../commonMistakes.ts";
import type { Origin } from "../origin.ts";
import { derived, hasVariance, isPenalized, meanLoss, trainingPoints } from "../parts.ts";

export const L: Origin<MomentId<"L">> = {
  derive(run, { t }) {
    const { train } = run.split;
    return derived(run.at(t).loss, captions.meanLoss(trainingPoints(run)), meanLoss(train, t));
  },
  usedBy: (run, { t }) => [
    ...(t > 0 && !wasEdited(run, t) ? [ids.dL.of(t)] : []),
    ...(t < run.last ? [ids.dL.of(t + 1)] : []),
    ...(isPenalized(run) ? [ids.J.of(t)] : []),
    ...(run.network.head.classifies ? [] : [ids.rmse.of(t), ...(hasVariance(run) ? [ids.r2.of(t)] : [])]),
  ],
  commonMistakes: sumOfLosses,
};
