import { captions } from "#text/captions";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, shareRight, trainedOn } from "../parts.ts";

export const acc: Origin<MomentId<"acc">> = {
  derive(run, { t }) {
    const { train } = run.split;
    const value = run.at(t).correct / train.length;
    return derived(value, captions.accuracy(trainedOn(run)), shareRight(train, t));
  },
  usedBy: unused,
};
