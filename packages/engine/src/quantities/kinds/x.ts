import type { XId } from "../../ids/kinds/x.ts";
import { ids } from "../../ids/index.ts";
import type { Expression } from "../../math/expression.ts";
import type { Origin } from "../origin.ts";
import { derived, leaf, placeOf, units } from "../parts.ts";

export const x: Origin<XId> = {
  derive(run, { point, k }) {
    const value = placeOf(run, point)[k - 1]!;
    if (point.kind === "sample") {
      return leaf(value, `Input ${k} of sample ${point.s}.`, `data · sample ${point.s}, column ${k}`);
    }
    if (point.kind === "probe") return leaf(value, `Input ${k} of the probe.`, "chosen by hand");
    const { row, column, size } = point;
    const share: Expression = ["/", ["+", (k === 1 ? column : row) - 1, 0.5], size];
    return derived(value, `The centre of the cell.`, k === 1 ? share : ["-", 1, share]);
  },
  usedBy: (run, { point }) => units(run, 1).map((j) => ids.z.of(1, j, point, run.last)),
};
