import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import type { Expression } from "../../math/expression.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { mapAt } from "../collapsed.ts";
import type { Origin } from "../origin.ts";
import { layerOf } from "../lookup.ts";
import { derived, units } from "../parts.ts";

export const affb: Origin<UnitId<"affb">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    layerOf(run, id);
    const bias = ids.parameter.of(biasName(l, j), t);
    const expression: Expression =
      l === 1
        ? bias
        : [
            "+",
            bias,
            ...units(run, l - 1).map((i): Expression => [
              "*",
              ids.parameter.of(weightName(l, j, i), t),
              ["*", ids.slope.of(l - 1, i, point, t), ids.affb.of(l - 1, i, point, t)],
            ]),
          ];
    return derived(mapAt(run, id).bias[j - 1]!, captions.collapsedBias({ l, j }), expression);
  },
  usedBy(run, { l, point, t }) {
    return units(run, l + 1).map((i) => ids.affb.of(l + 1, i, point, t));
  },
};
