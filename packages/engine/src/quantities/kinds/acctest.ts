import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { assertClassifies, derived, heldOut, shareCorrect } from "../parts.ts";

export const acctest: Origin<MomentId<"acctest">> = {
  derive(run, { kind, t }) {
    assertClassifies(run, ids.acctest.of(t), t);
    const { test } = run.split;
    const value = heldOut(run, kind, run.at(t)).correct! / test.length;
    return derived(value, captions.testAccuracy({ count: test.length }), shareCorrect(run, test, t));
  },
  usedBy: unused,
};
