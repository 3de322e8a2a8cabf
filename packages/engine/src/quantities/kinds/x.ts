import { captions, origins } from "#text/captions";
import type { XId } from "../../ids/kinds/x.ts";
import { ids } from "../../ids/index.ts";
import type { Expression } from "../../math/expression.ts";
import type { Origin } from "../origin.ts";
import { coordinatesOf } from "../lookup.ts";
import { derived, leaf, units } from "../parts.ts";

export const x: Origin<XId> = {
  derive(run, { point, k }) {
    const value = coordinatesOf(run, point)[k - 1]!;
    if (point.kind === "sample") {
      return leaf(value, captions.input({ k, s: point.s }), origins.data({ s: point.s, k }));
    }
    if (point.kind === "probe") return leaf(value, captions.probe({ k }), origins.chosen());
    const { row, column, size } = point;
    const share: Expression = ["/", ["+", (k === 1 ? column : row) - 1, 0.5], size];
    return derived(value, captions.cell({ k }), k === 1 ? share : ["-", 1, share]);
  },
  usedBy: (run, { point }) => units(run, 1).map((j) => ids.z.of(1, j, point, run.last)),
};
