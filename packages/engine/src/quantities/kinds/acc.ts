import { captions } from "#text/captions";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, accuracyOf, trainingPoints } from "../parts.ts";

export const acc: Origin<MomentId<"acc">> = {
  derive(run, { t }) {
    const { train } = run.split;
    const value = run.at(t).correct / train.length;
    return derived(value, captions.accuracy(trainingPoints(run)), accuracyOf(train, t));
  },
  usedBy: unused,
};
