/** The size of a layer's parameters and of its gradient. */
import type { Expression } from "../math/expression.ts";
import { norm, rootMeanSquare } from "../nn/health.ts";
import { parameterId } from "../nn/network.ts";
import { type Id, idText } from "./ids.ts";
import { derived, UnknownQuantity } from "./parts.ts";
import type { Derivation, Run } from "./state.ts";

const words = {
  norm: "How large this layer's weights and biases are together: their length as one vector.",
  gnorm: "How large this layer's gradients are together: their length as one vector.",
  grms: "How large a gradient of this layer is: the root of the mean of their squares.",
};

export function deriveNorm(run: Run, id: Extract<Id, { kind: "norm" }>): Derivation {
  const { of, l, t } = id;
  const layer = run.network.layers[l - 1];
  if (layer === undefined) {
    const { length } = run.network.layers;
    throw new UnknownQuantity(
      `${idText(id)}: there is no layer ${l}; layers are 1 to ${length}, so ${of}.1@${t} is one.`,
    );
  }
  const { weight, bias, fanOut } = layer;
  const to = bias + fanOut;
  const squares = Array.from({ length: to - weight }, (_, i): Expression => {
    const one = `${of === "norm" ? "" : "g"}${parameterId(run.network, weight + i)}@${t}`;
    return ["*", one, one];
  });
  const { params, gradient } = run.at(t);
  const values = (of === "norm" ? params : gradient).subarray(weight, to);
  const value = of === "grms" ? rootMeanSquare(values) : norm(values);
  return derived(value, words[of], ["sqrt", [of === "grms" ? "mean" : "sum", ...squares]]);
}
