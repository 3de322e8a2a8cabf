import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { InitId } from "../../ids/kinds/init.ts";
import { evaluate, type Expression } from "../../math/expression.ts";
import { format } from "../../math/format.ts";
import { type Initializer, initializers } from "../../nn/initializers.ts";
import { indicesOf } from "../../nn/network.ts";
import { drawOf } from "../draws.ts";
import { wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { derived, kindOfParameter, leaf } from "../parts.ts";

export const init: Origin<InitId> = {
  derive(run, { name }, valueOf) {
    const index = indexOf(run, name);
    const { initializer } = run.experiment.network;
    const [l, j, k] = indicesOf(name);
    if (initializer.name === "given") {
      const layer = initializer.parameters[l - 1]!;
      const given = k === undefined ? layer.bias[j - 1]! : layer.weight[j - 1]![k - 1]!;
      return leaf(given, captions.given(), origins.given());
    }
    const { fanIn, fanOut } = run.network.layers[l - 1]!;
    const { bounds }: Initializer = initializers[initializer.name];
    const both = bounds(fanIn, fanOut);
    const bound = k === undefined ? both.bias : both.weight;
    if (bound === undefined) {
      return leaf(
        0,
        captions.startsAtZero({ initializer: initializer.name, kind: kindOfParameter(name) }),
        origins.initializer({ initializer: initializer.name }),
      );
    }
    const draw = ids.rng.of(drawOf(run, index));
    const drawn: Expression = ["-", ["*", draw, ["*", 2, bound]], bound];
    const { decimals } = initializer;
    const expression: Expression = decimals === undefined ? drawn : ["round", drawn, decimals];
    // Where something was set by hand at the start, the parameters there are no longer what was drawn.
    const value = wasEdited(run, 0) ? evaluate(expression, valueOf) : run.at(0).params[index]!;
    return derived(value, captions.drawn({ bound: format(bound), decimals }), expression);
  },
  usedBy: (run, { name }) => (wasEdited(run, 0, name) ? [] : [ids.parameter.of(name, 0)]),
};
