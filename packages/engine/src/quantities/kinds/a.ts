import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { UnitId } from "../../ids/kinds/unit.ts";
import { idsOf, substitute } from "../../math/expression.ts";
import { activationOf, activations } from "../../nn/activations.ts";
import type { Origin } from "../origin.ts";
import { layerOf } from "../lookup.ts";
import { derived, isLabeled, outputOf, traceOf, units } from "../parts.ts";
import { mistaken } from "../commonMistakes.ts";

export const a: Origin<UnitId<"a">> = {
  derive(run, id) {
    const { l, j, point, t } = id;
    const layer = layerOf(run, id);
    if (layer.activation === "softmax") {
      const output = outputOf(run, j, point, t);
      const value = traceOf(run, point, run.at(t)).outputs[j - 1]!;
      return derived(value, captions.probability({ label: j - 1 }), output);
    }
    const { activation } = layer;
    const seen = traceOf(run, point, run.at(t));
    const z = seen.z[l - 1]![j - 1]!;
    const open = Number.isNaN(z) ? undefined : z > 0;
    return derived(
      seen.a[l - 1]![j - 1]!,
      captions.activation({ l, j, activation, open }),
      substitute(activations[activation].value, () => ids.z.of(l, j, point, t)),
    );
  },
  usedBy(run, { l, j, point, t }) {
    const { layers } = run.network;
    const forward = units(run, l + 1).map((next) => ids.z.of(l + 1, next, point, t));
    // A slope that is the same everywhere, as the identity's, is not computed from the activation.
    const hidden = l < layers.length ? activationOf(layers[l - 1]!) : undefined;
    const back = isLabeled(point) && hidden !== undefined && idsOf(hidden.slopeValue).length > 0;
    return back ? [...forward, ids.delta.of(l, j, point, t)] : forward;
  },
  commonMistakes: ({ operands, at, value }) => [
    mistaken(at, operands[0]!, commonMistakes.activationMissing()),
    { value: 1 - value, text: commonMistakes.complement() },
  ],
};
