/** One layer at a time over a block of samples: forward, and backward. */
import type { Columns } from "../../math/classes.ts";
import { activationOf } from "../activations.ts";
import type { Rows } from "../kernel.ts";
import type { Network } from "../network.ts";
import { addOuterProducts, backwardProduct, forwardProduct, multiply } from "./dense.ts";

/** Memory for blocks of at most this many samples. */
export function createRows({ layers }: Network, samples: number): Rows {
  return [layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut)].map(
    (units) => new Float64Array(units * samples),
  );
}

/** Writes the inputs of the samples from … from + n − 1 into row 0. */
export function fillInputs({ 0: inputs }: Rows, features: Columns, from: number, n: number): void {
  for (let k = 0; k < features.length; k++) {
    const column = features[k]!;
    const row = k * n;
    for (let s = 0; s < n; s++) inputs![row + s] = column[from + s]!;
  }
}

/** The passes through the layers of one network. */
export interface Passes {
  /** Fills the units first … end − 1 of layer l, from 0, with what the row before gives; the last layer's stay z. */
  layer(params: Float64Array, rows: Rows, n: number, l: number, first: number, end: number): void;
  /** Fills rows 1 … L from the inputs in row 0. */
  forward(params: Float64Array, rows: Rows, n: number): void;
  /** From δ of the outputs in the last row of `delta` to those before, adding every ∂ℓ/∂w to the gradient. */
  backward(params: Float64Array, a: Rows, delta: Rows, n: number, gradient: Float64Array): void;
}

export function createPasses({ layers }: Network): Passes {
  const last = layers.length - 1;
  const parts = layers.map((layer, l) => ({
    layer,
    forward: forwardProduct(layer),
    backward: backwardProduct(layer),
    activation: l < last ? activationOf(layer) : undefined,
  }));

  function one(params: Float64Array, rows: Rows, n: number, l: number, first: number, end: number): void {
    const { forward, activation } = parts[l]!;
    const out = rows[l + 1]!;
    multiply(forward, params, rows[l]!, out, n, first, end);
    if (activation !== undefined) activation.apply(out, first * n, end * n);
  }

  return {
    layer: one,
    forward(params, rows, n) {
      for (let l = 0; l <= last; l++) one(params, rows, n, l, 0, parts[l]!.forward.outputs);
    },
    backward(params, a, delta, n, gradient) {
      for (let l = last; l >= 0; l--) {
        const { layer, backward } = parts[l]!;
        addOuterProducts(layer, gradient, delta[l + 1]!, a[l]!, n);
        if (l === 0) return;
        multiply(backward, params, delta[l + 1]!, delta[l]!, n, 0, backward.outputs);
        parts[l - 1]!.activation!.timesSlope(delta[l]!, a[l]!, 0, layer.fanIn * n);
      }
    },
  };
}
