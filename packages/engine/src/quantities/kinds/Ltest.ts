import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { counted } from "../../math/sentence.ts";
import { sumOfLosses } from "../mistakes.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, heldOut, meanLoss } from "../parts.ts";

export const Ltest: Origin<MomentId<"Ltest">> = {
  derive(run, { kind, t }) {
    const { test } = run.split;
    const words = `The mean loss over ${counted(test.length, "held-out point")}; no update uses ${test.length === 1 ? "it" : "them"}.`;
    return derived(heldOut(run, kind, run.at(t)).loss, words, meanLoss(test, t));
  },
  usedBy: unused,
  mistakes: sumOfLosses,
};
