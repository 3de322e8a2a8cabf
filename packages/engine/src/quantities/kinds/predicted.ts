import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import type { Expression } from "../../math/expression.ts";
import { parameterId } from "../../nn/network.ts";
import { afterUpdate } from "../edits.ts";
import { type Origin, unused } from "../origin.ts";
import { beforeFirstUpdate, derived, loweredBy } from "../parts.ts";

export const predicted: Origin<MomentId<"predicted">> = {
  derive(run, { kind, t }) {
    if (t === 0) throw beforeFirstUpdate(run, kind);
    const names = Array.from({ length: run.network.size }, (_, index) => parameterId(run.network, index));
    const [before, after] = [run.at(t - 1), run.at(afterUpdate(run, t))];
    const value = before.gradient.reduce((sum, g, i) => sum + g * (after.params[i]! - before.params[i]!), 0);
    return derived(value, captions.lossChangePredicted({ of: loweredBy(run) }), [
      "sum",
      ...names.map((name): Expression => ["*", ids.gradient.of(name, t - 1), ids.difference.of(name, t)]),
    ]);
  },
  usedBy: unused,
};
