import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, shareRight } from "../parts.ts";

export const acc: Origin<MomentId<"acc">> = {
  derive(run, { t }) {
    const { train } = run.split;
    const value = run.at(t).correct / train.length;
    return derived(value, "The share of samples on the right side.", shareRight(train, t));
  },
  usedBy: unused,
};
