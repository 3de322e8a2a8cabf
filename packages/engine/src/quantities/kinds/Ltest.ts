import { captions } from "#text/captions";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { sumOfLosses } from "../commonMistakes.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, heldOut, meanLoss } from "../parts.ts";

export const Ltest: Origin<MomentId<"Ltest">> = {
  derive(run, { kind, t }) {
    const { test } = run.split;
    const caption = captions.testLoss({ count: test.length });
    return derived(heldOut(run, kind, run.at(t)).loss, caption, meanLoss(test, t));
  },
  usedBy: unused,
  commonMistakes: sumOfLosses,
};
