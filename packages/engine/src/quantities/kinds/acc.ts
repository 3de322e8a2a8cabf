import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { assertClassifies, derived, shareCorrect, trainingPoints } from "../parts.ts";

export const acc: Origin<MomentId<"acc">> = {
  derive(run, { t }) {
    assertClassifies(run, ids.acc.of(t), t);
    const { train } = run.split;
    const value = run.at(t).correct! / train.length;
    return derived(value, captions.accuracy(trainingPoints(run)), shareCorrect(run, train, t));
  },
  usedBy: unused,
};
