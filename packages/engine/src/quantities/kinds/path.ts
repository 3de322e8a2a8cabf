import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import type { PathId } from "../../ids/kinds/path.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { activationOf } from "../../nn/activations.ts";
import { indicesOf, weightName } from "../../nn/network.ts";
import { type Origin, unused } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { assertLabeled, derived, inputOf, inputValue, kindOfParameter, labeledTraceOf } from "../parts.ts";
import { pathsOf } from "../paths.ts";

export const path: Origin<PathId> = {
  derive(run, id) {
    const { name, through, point, t } = id;
    indexOf(run, name);
    assertLabeled(run, point);
    const [l, j, k] = indicesOf(name);
    const { layers } = run.network;
    const known = pathsOf(run.network, name);
    if (!known.some((other) => other.join() === through.join())) {
      const one = ids.path.of(name, known[0]!, point, t);
      throw new UnknownQuantity(absent.noPath({ id: idText(id), instead: one }));
    }
    const { params } = run.at(t);
    const seen = labeledTraceOf(run, point, run.at(t));
    const last = layers.length;
    // From the loss back to the parameter: the error signal at the output, then a weight and a local slope for every layer passed.
    const only = layers[last - 1]!.fanOut === 1;
    const units = [j, ...through, ...(only && l < last ? [1] : [])];
    const output = units.at(-1)!;
    const factors: { id: QuantityId; value: number }[] = [
      { id: ids.delta.of(last, output, point, t), value: seen.delta[last - 1]![output - 1]! },
    ];
    for (let layer = last - 1; layer >= l; layer--) {
      const from = units[layer - l]!;
      const to = units[layer - l + 1]!;
      const { weight, fanIn } = layers[layer]!;
      const { slope } = activationOf(layers[layer - 1]!);
      factors.push(
        {
          id: ids.parameter.of(weightName(layer + 1, to, from), t),
          value: params[weight + (to - 1) * fanIn + from - 1]!,
        },
        {
          id: ids.slope.of(layer, from, point, t),
          value: slope(seen.a[layer - 1]![from - 1]!),
        },
      );
    }
    if (k !== undefined) {
      factors.push({ id: inputOf(run, l, k, point, t), value: inputValue(run, l, k, point, seen) });
    }
    const [first, ...others] = factors.map((factor) => factor.id);
    return derived(
      factors.map(({ value }) => value).reduce((product, value) => product * value),
      captions.path({ kind: kindOfParameter(name) }),
      others.length === 0 ? first! : ["*", first!, ...others],
    );
  },
  usedBy: unused,
};
