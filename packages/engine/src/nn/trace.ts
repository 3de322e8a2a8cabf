/**
 * All numbers of one sample's forward and backward pass. The sums and their order are the same as in the passes over
 * blocks, so each value here equals, to the last bit, one that training used.
 */
import { sigmoid } from "../math/elementary.ts";
import { activations } from "./activations.ts";
import { crossEntropy } from "./loss.ts";
import { type Network, parameterId } from "./network.ts";
import type { Batch } from "./propagation.ts";

/** The numbers of a forward pass: for each layer (index 0 is layer 1) one value per unit. */
export interface Trace {
  readonly z: readonly Float64Array[];
  /** a⁽ˡ⁾; the last is ŷ. */
  readonly a: readonly Float64Array[];
  /** ŷ. */
  readonly probability: number;
}

/** The numbers of a forward and backward pass of a sample with a label. */
export interface LabeledTrace extends Trace {
  /** ℓ, in nats. */
  readonly loss: number;
  /** δ⁽ˡ⁾ = ∂ℓ/∂z⁽ˡ⁾. */
  readonly delta: readonly Float64Array[];
}

/** The forward pass for the input (x1, x2). */
export function trace(network: Network, params: Float64Array, x1: number, x2: number): Trace {
  const z: Float64Array[] = [];
  const a: Float64Array[] = [];
  let inputs = Float64Array.of(x1, x2);
  network.layers.forEach(({ fanIn, fanOut, weight, bias, activation }) => {
    const sums = new Float64Array(fanOut);
    for (let j = 0; j < fanOut; j++) {
      let sum = params[bias + j]!;
      for (let k = 0; k < fanIn; k++) sum += params[weight + j * fanIn + k]! * inputs[k]!;
      sums[j] = sum;
    }
    inputs = sums.map(activations[activation].f);
    z.push(sums);
    a.push(inputs);
  });
  return { z, a, probability: sigmoid(z.at(-1)![0]!) };
}

/** ∂ℓ/∂w of the parameter at `index` for each sample of a batch. Their mean is ∂L/∂w. */
export function gradientTerms(
  network: Network,
  batch: Batch,
  params: Float64Array,
  index: number,
): Float64Array {
  const [, l, j, k] = parameterId(network, index).split(".").map(Number);
  return Float64Array.from({ length: batch.count }, (_, s) => {
    const [x1, x2] = [batch.x1[s]!, batch.x2[s]!];
    const { a, delta } = labeledTrace(network, params, x1, x2, batch.y[s]!);
    const input = k === undefined ? 1 : l === 1 ? (k === 1 ? x1 : x2) : a[l! - 2]![k - 1]!;
    return delta[l! - 1]![j! - 1]! * input;
  });
}

/** The forward and backward pass for the input (x1, x2) with label y. */
export function labeledTrace(
  network: Network,
  params: Float64Array,
  x1: number,
  x2: number,
  y: number,
): LabeledTrace {
  const forward = trace(network, params, x1, x2);
  const { layers } = network;
  const delta: Float64Array[] = [];
  delta[layers.length - 1] = Float64Array.of(forward.probability - y);
  for (let l = layers.length - 1; l > 0; l--) {
    const { fanIn, fanOut, weight } = layers[l]!;
    const { slope } = activations[layers[l - 1]!.activation];
    const deltaBefore = new Float64Array(fanIn);
    for (let k = 0; k < fanIn; k++) {
      let sum = 0;
      for (let j = 0; j < fanOut; j++) sum += params[weight + j * fanIn + k]! * delta[l]![j]!;
      deltaBefore[k] = sum * slope(forward.a[l - 1]![k]!);
    }
    delta[l - 1] = deltaBefore;
  }
  return { ...forward, loss: crossEntropy(forward.z.at(-1)![0]!, y), delta };
}
