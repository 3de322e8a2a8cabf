import { ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import { idsOf, substitute } from "../../math/expression.ts";
import { activations } from "../../nn/activations.ts";
import { valueCaption } from "../activationCaptions.ts";
import { squeezed } from "../mistakes.ts";
import type { Origin } from "../origin.ts";
import { derived, isLabelled, layerOf, traceOf, units } from "../parts.ts";

export const a: Origin<UnitId<"a">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const { activation } = layerOf(run, id);
    const seen = traceOf(run, point, run.at(t));
    const caption = valueCaption(activation, seen.z[l - 1]![j - 1]!);
    return derived(
      seen.a[l - 1]![j - 1]!,
      `The activation of neuron ${j} in layer ${l}. ${caption}`,
      substitute(activations[activation].value, () => ids.z.of(l, j, point, t)),
    );
  },
  usedBy(run, { l, j, point, t }) {
    const { layers } = run.network;
    const forward = units(run, l + 1).map((next) => ids.z.of(l + 1, next, point, t));
    // A slope that is the same everywhere, as the identity's, is not computed from the activation.
    const { slopeValue } = activations[layers[l - 1]!.activation];
    const back = isLabelled(point) && l < layers.length && idsOf(slopeValue).length > 0;
    return back ? [...forward, ids.delta.of(l, j, point, t)] : forward;
  },
  mistakes: squeezed,
};
