import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { NormId } from "../../ids/kinds/norm.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import type { Expression } from "../../math/expression.ts";
import { norm as lengthOf, rootMeanSquare } from "../../nn/health.ts";
import { parameterId } from "../../nn/network.ts";
import { type Origin, unused } from "../origin.ts";
import { derived } from "../parts.ts";

const captionOf = {
  norm: captions.parameterNorm,
  gnorm: captions.gradientNorm,
  grms: captions.gradientRms,
};

export const norm: Origin<NormId> = {
  derive(run, id) {
    const { of, l, t } = id;
    const layer = run.network.layers[l - 1];
    if (layer === undefined) {
      const { length } = run.network.layers;
      throw new UnknownQuantity(
        absent.noLayer({ id: idText(id), instead: ids.norm.of(of, 1, t), layers: length }),
      );
    }
    const { weight, bias, fanOut } = layer;
    const to = bias + fanOut;
    const squares = Array.from({ length: to - weight }, (_, i): Expression => {
      const name = parameterId(run.network, weight + i);
      const one = of === "norm" ? ids.parameter.of(name, t) : ids.gradient.of(name, t);
      return ["*", one, one];
    });
    const { params, gradient } = run.at(t);
    const values = (of === "norm" ? params : gradient).subarray(weight, to);
    const value = of === "grms" ? rootMeanSquare(values) : lengthOf(values);
    return derived(value, captionOf[of]({ l }), ["sqrt", [of === "grms" ? "mean" : "sum", ...squares]]);
  },
  usedBy: unused,
};
