/**
 * The definition: one sample's way through the network, number by number, in plain loops.
 *
 *   forward    a⁽⁰⁾ = the features,  z⁽ˡ⁾ = b⁽ˡ⁾ + W⁽ˡ⁾ a⁽ˡ⁻¹⁾,  a⁽ˡ⁾ = f(z⁽ˡ⁾),  the outputs follow from z⁽ᴸ⁾ by the head
 *   loss       ℓ and δ⁽ᴸ⁾ = ∂ℓ/∂z⁽ᴸ⁾ by the head;  L = mean of ℓ over the samples
 *   backward   δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ f′(z⁽ˡ⁾)
 *   gradient   ∂ℓ/∂W⁽ˡ⁾ = δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ,  ∂ℓ/∂b⁽ˡ⁾ = δ⁽ˡ⁾;  ∂L/∂w = mean over the samples
 *
 * Rumelhart, Hinton & Williams 1986. A kernel (kernel.ts) passes many samples at once and finds the same bits.
 */
import { rowOf } from "../math/classes.ts";
import { activationOf } from "./activations.ts";
import type { Batch } from "./kernel.ts";
import { indicesOf, type Network, parameterId } from "./network.ts";

/** The numbers of a forward pass: for each layer (index 0 is layer 1) one value per unit. */
export interface Trace {
  readonly z: readonly Float64Array[];
  /** a⁽ˡ⁾; the last are the outputs. */
  readonly a: readonly Float64Array[];
  /** ŷ, or a probability for each class. */
  readonly outputs: Float64Array;
}

/** What a sample with known targets adds. */
export interface LabeledTrace extends Trace {
  /** ℓ. */
  readonly loss: number;
  /** δ⁽ˡ⁾ = ∂ℓ/∂z⁽ˡ⁾. */
  readonly delta: readonly Float64Array[];
}

/** Forward for one point, given its features. */
export function trace({ layers, head }: Network, params: Float64Array, features: ArrayLike<number>): Trace {
  const z: Float64Array[] = [];
  const a: Float64Array[] = [];
  let inputs = features;
  layers.forEach((layer, l) => {
    const { fanIn, fanOut, weight, bias } = layer;
    const sums = new Float64Array(fanOut);
    for (let j = 0; j < fanOut; j++) {
      let sum = params[bias + j]!;
      for (let k = 0; k < fanIn; k++) sum += params[weight + j * fanIn + k]! * inputs[k]!;
      sums[j] = sum;
    }
    const outputs = l === layers.length - 1 ? head.outputsOf(sums) : sums.map(activationOf(layer).f);
    z.push(sums);
    a.push(outputs);
    inputs = outputs;
  });
  return { z, a, outputs: a.at(-1)! };
}

/** Forward and backward for one point with known targets. */
export function labeledTrace(
  network: Network,
  params: Float64Array,
  features: ArrayLike<number>,
  targets: ArrayLike<number>,
): LabeledTrace {
  const forward = trace(network, params, features);
  const { layers, head } = network;
  const { z, a, outputs } = forward;
  const delta: Float64Array[] = [];
  delta[layers.length - 1] = head.deltaOf(outputs, targets);
  for (let l = layers.length - 1; l > 0; l--) {
    const { fanIn, fanOut, weight } = layers[l]!;
    const { slope } = activationOf(layers[l - 1]!);
    const deltaBefore = new Float64Array(fanIn);
    for (let k = 0; k < fanIn; k++) {
      let sum = 0;
      for (let j = 0; j < fanOut; j++) sum += params[weight + j * fanIn + k]! * delta[l]![j]!;
      deltaBefore[k] = sum * slope(a[l - 1]![k]!);
    }
    delta[l - 1] = deltaBefore;
  }
  return { ...forward, loss: head.lossOf(z.at(-1)!, outputs, targets), delta };
}

/** Forward and backward for one sample of a batch, from 0. */
export function traceOfSample(
  network: Network,
  params: Float64Array,
  { features, targets }: Batch,
  s: number,
): LabeledTrace {
  return labeledTrace(network, params, rowOf(features, s), rowOf(targets, s));
}

/** ∂ℓ/∂w of the parameter at `index` for each sample of a batch. Their mean is ∂L/∂w. */
export function gradientTerms(
  network: Network,
  batch: Batch,
  params: Float64Array,
  index: number,
): Float64Array {
  const [l, j, k] = indicesOf(parameterId(network, index));
  return Float64Array.from({ length: batch.count }, (_, s) => {
    const { a, delta } = traceOfSample(network, params, batch, s);
    const input = k === undefined ? 1 : l === 1 ? batch.features[k - 1]![s]! : a[l - 2]![k - 1]!;
    return delta[l - 1]![j - 1]! * input;
  });
}
