import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { plural } from "#text/plural";
import { sumOfLosses } from "../mistakes.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, heldOut, meanLoss } from "../parts.ts";

export const Ltest: Origin<MomentId<"Ltest">> = {
  derive(run, { kind, t }) {
    const { test } = run.split;
    const words = `The mean loss over ${plural(test.length, { one: "held-out point", other: "held-out points" })}; no update uses ${test.length === 1 ? "it" : "them"}.`;
    return derived(heldOut(run, kind, run.at(t)).loss, words, meanLoss(test, t));
  },
  usedBy: unused,
  mistakes: sumOfLosses,
};
