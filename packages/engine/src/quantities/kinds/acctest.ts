import { captions } from "#text/captions";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, heldOut, accuracyOf } from "../parts.ts";

export const acctest: Origin<MomentId<"acctest">> = {
  derive(run, { kind, t }) {
    const { test } = run.split;
    const value = heldOut(run, kind, run.at(t)).correct / test.length;
    return derived(value, captions.testAccuracy({ count: test.length }), accuracyOf(test, t));
  },
  usedBy: unused,
};
