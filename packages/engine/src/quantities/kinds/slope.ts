import { idText, ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { substitute } from "../../math/expression.ts";
import { activations } from "../../nn/activations.ts";
import { slopeCaption } from "../activationCaptions.ts";
import { type Origin, unused } from "../origin.ts";
import { derived, layerOf, placeOf, traceOf } from "../parts.ts";

export const slope: Origin<UnitId<"slope">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const layer = layerOf(run, id);
    if (l === run.network.layers.length) {
      placeOf(run, point);
      const instead =
        point.kind === "sample"
          ? `${ids.delta.of(l, 1, point, t)} is what training uses`
          : `${ids.p.of(point, t)} is the prediction there`;
      throw new UnknownQuantity(
        `${idText(id)} isn't computed, because the output's slope cancels against that of the loss; ${instead}.`,
      );
    }
    const { slope: slopeAt, slopeValue } = activations[layer.activation];
    const a = traceOf(run, point, run.at(t)).a[l - 1]![j - 1]!;
    return derived(
      slopeAt(a),
      `The local slope f′(z) of neuron ${j} in layer ${l}: how fast its activation changes with its z. ${slopeCaption(layer.activation, a)}`,
      substitute(slopeValue, () => ids.a.of(l, j, point, t)),
    );
  },
  usedBy: unused,
};
