import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { substitute } from "../../math/expression.ts";
import { type ActivationName, activationOf } from "../../nn/activations.ts";
import { type Origin, unused } from "../origin.ts";
import { layerOf, rawInputsOf } from "../lookup.ts";
import { derived, outputOf, traceOf } from "../parts.ts";

export const slope: Origin<UnitId<"slope">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const layer = layerOf(run, id);
    if (l === run.network.layers.length && run.network.head.loss === "crossEntropy") {
      rawInputsOf(run, point);
      const labeled = point.kind === "sample";
      const instead = labeled ? ids.delta.of(l, j, point, t) : outputOf(run, j, point, t);
      throw new UnknownQuantity(absent.outputSlope({ id: idText(id), instead, labeled }));
    }
    const { slope: slopeAt, slopeValue } = activationOf(layer);
    const a = traceOf(run, point, run.at(t)).a[l - 1]![j - 1]!;
    return derived(
      slopeAt(a),
      captions.localSlope({
        l,
        j,
        activation: layer.activation as ActivationName,
        open: Number.isNaN(a) ? undefined : a > 0,
      }),
      substitute(slopeValue, () =>
        l === run.network.layers.length ? outputOf(run, j, point, t) : ids.a.of(l, j, point, t),
      ),
    );
  },
  usedBy: unused,
};
