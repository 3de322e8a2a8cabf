import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { PointId } from "../../ids/kinds/pointQuantity.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, traceOf } from "../parts.ts";

export const conf: Origin<PointId<"conf">> = {
  derive(run, { point, t }) {
    const { probability } = traceOf(run, point, run.at(t));
    const value = Math.abs(probability - 0.5) * 2;
    return derived(value, captions.confidence(), ["*", ["abs", ["-", ids.p.of(point, t), 0.5]], 2]);
  },
  usedBy: unused,
};
