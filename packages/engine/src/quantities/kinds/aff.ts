import { captions } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { AffId } from "../../ids/kinds/aff.ts";
import type { Expression } from "../../math/expression.ts";
import { features } from "../../nn/features/index.ts";
import { weightName } from "../../nn/network.ts";
import { mapAt, noInput } from "../collapsed.ts";
import type { Origin } from "../origin.ts";
import { layerOf, rawInputsOf } from "../lookup.ts";
import { derived, units } from "../parts.ts";

export const aff: Origin<AffId> = {
  derive(run, id) {
    const { l, j, k, point, t } = id;
    layerOf(run, id);
    const { weight } = mapAt(run, id);
    if (k < 1 || k > rawInputsOf(run, point).length) throw noInput(run, id);
    const expression: Expression =
      l === 1
        ? firstWeight(run.network.features.findIndex((name) => features[name].raw === k) + 1)
        : [
            "sum",
            ...units(run, l - 1).map((i): Expression => [
              "*",
              ids.parameter.of(weightName(l, j, i), t),
              ["*", ids.slope.of(l - 1, i, point, t), ids.aff.of(l - 1, i, k, point, t)],
            ]),
          ];
    return derived(weight[j - 1]![k - 1]!, captions.collapsedWeight({ l, j, k }), expression);

    /** A raw input that the network doesn't take has no weight. */
    function firstWeight(feature: number): Expression {
      return feature === 0 ? 0 : ids.parameter.of(weightName(1, j, feature), t);
    }
  },
  usedBy(run, { l, k, point, t }) {
    return units(run, l + 1).map((i) => ids.aff.of(l + 1, i, k, point, t));
  },
};
