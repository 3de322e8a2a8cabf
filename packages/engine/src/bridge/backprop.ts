/**
 * The way back with bounds: the gradient, and beside each number what rounding can have done to it.
 *
 * It can be told to make a mistake, so that a wrong gradient is predicted with a bound as well.
 */
import { type Activation, activationOf, activations } from "../nn/activations.ts";
import type { Layer } from "../nn/network.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { at, type Bounded, type Bounds, evaluateBounded, exactly, sumError } from "./bounded.ts";
import type { Precision } from "./dtype.ts";
import type { ForwardBounds, PassSetting } from "./forward.ts";
import { deltaErrors } from "./headBounds.ts";

/** How a way back departs from the right one. Layers count from 1. */
export interface Departure {
  /** δ of the outputs of a sample. */
  readonly outputDelta?: (forward: ForwardBounds, right: Bounds) => Bounds;
  /** f′ of a unit of hidden layer `layer`, from its z and a. */
  readonly slope?: { readonly layer: number; readonly of: (z: Bounded, a: Bounded) => Bounded };
  /** The hidden layer whose δ is found with W of the next layer in place of its transpose. */
  readonly transposed?: number;
  /** Leaves the gradients of the samples added up. */
  readonly summed?: boolean;
  /** The layer whose biases get no gradient. */
  readonly biasForgotten?: number;
}

const zeros = (length: number): Bounds => ({
  values: new Float64Array(length),
  errors: new Float64Array(length),
});

/** f′ from z and a. At a kink, as far as rounding can tell, either slope is right. */
function slopeBounds(
  { kinked, slope, slopeValue, steepest }: Activation,
  z: Bounded,
  a: Bounded,
  precision: Precision,
): Bounded {
  if (!kinked) return evaluateBounded(slopeValue, () => a, precision);
  return { value: slope(a.value), error: Math.abs(z.value) <= z.error ? steepest : 0 };
}

/** The gradient of the objective over the samples of a batch, with its bounds. */
export function gradientBounds(
  setting: PassSetting,
  params: Float64Array,
  samples: readonly ForwardBounds[],
  departure: Departure = {},
): Bounds {
  const { network, precision } = setting;
  const gradient = zeros(network.size);
  const sizes = new Float64Array(network.size);
  for (const sample of samples) addSample(setting, params, sample, departure, gradient, sizes);
  const { values, errors } = gradient;
  const divisor = departure.summed === true ? 1 : samples.length;
  for (let i = 0; i < values.length; i++) {
    errors[i] = (errors[i]! + sumError(precision, samples.length, sizes[i]!)) / divisor;
    values[i] = values[i]! / divisor;
  }
  addPenalty(setting, params, gradient);
  if (departure.biasForgotten !== undefined) {
    const { bias, fanOut } = network.layers[departure.biasForgotten - 1]!;
    values.fill(0, bias, bias + fanOut);
    errors.fill(0, bias, bias + fanOut);
  }
  return gradient;
}

/** Adds ∂ℓ/∂w of one sample to the gradient, its errors to the errors, and its size to the sizes. */
function addSample(
  { network, precision }: PassSetting,
  params: Float64Array,
  sample: ForwardBounds,
  departure: Departure,
  { values, errors }: Bounds,
  sizes: Float64Array,
): void {
  const { layers, head } = network;
  const right: Bounds = deltaErrors(head, sample.a.at(-1)!, sample.targets, precision);
  let delta = departure.outputDelta?.(sample, right) ?? right;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { fanIn, fanOut, weight, bias } = layers[l]!;
    const inputs = sample.a[l - 1] ?? sample.inputs;
    for (let j = 0; j < fanOut; j++) {
      const d = at(delta, j);
      const size = Math.abs(d.value);
      for (let k = 0; k < fanIn; k++) {
        const i = weight + j * fanIn + k;
        const input = at(inputs, k);
        values[i]! += d.value * input.value;
        sizes[i]! += size * Math.abs(input.value);
        errors[i]! += size * input.error + d.error * (Math.abs(input.value) + input.error);
      }
      values[bias + j]! += d.value;
      sizes[bias + j]! += size;
      errors[bias + j]! += d.error;
    }
    if (l > 0)
      delta = deltaBefore(layers[l]!, l, layers[l - 1]!, params, sample, delta, departure, precision);
  }
}

/** δ of hidden layer l, from that of the layer after it. */
function deltaBefore(
  { fanIn, fanOut, weight }: Layer,
  l: number,
  layer: Layer,
  params: Float64Array,
  sample: ForwardBounds,
  delta: Bounds,
  departure: Departure,
  precision: Precision,
): Bounds {
  const before = zeros(fanIn);
  const f = activationOf(layer);
  for (let k = 0; k < fanIn; k++) {
    let sum = 0;
    let size = 0;
    let error = 0;
    for (let j = 0; j < fanOut; j++) {
      const entry = departure.transposed === l ? k * fanOut + j : j * fanIn + k;
      const w = params[weight + entry]!;
      sum += w * delta.values[j]!;
      size += Math.abs(w * delta.values[j]!);
      error += Math.abs(w) * delta.errors[j]!;
    }
    error += sumError(precision, fanOut, size);
    const z = at(sample.z[l - 1]!, k);
    const a = at(sample.a[l - 1]!, k);
    const slope = departure.slope?.layer === l ? departure.slope.of(z, a) : slopeBounds(f, z, a, precision);
    const product = evaluateBounded(
      ["*", "sum", "slope"],
      (name) => (name === "sum" ? { value: sum, error } : slope),
      precision,
    );
    before.values[k] = product.value;
    before.errors[k] = product.error;
  }
  return before;
}

/** Adds what the penalty adds to the gradient. */
function addPenalty(
  { network, regularization, precision }: PassSetting,
  params: Float64Array,
  { values, errors }: Bounds,
): void {
  for (const { factor, regularizer } of activeRegularizers(regularization).toReversed()) {
    for (const { weight, bias } of network.layers) {
      for (let i = weight; i < bias; i++) {
        const terms: Readonly<Record<string, Bounded>> = {
          factor: { value: factor, error: precision.unit * factor },
          w: exactly(params[i]!),
          g: { value: values[i]!, error: errors[i]! },
        };
        const sum = evaluateBounded(["+", "g", regularizer.gradient], (name) => terms[name]!, precision);
        values[i] = sum.value;
        errors[i] = sum.error;
      }
    }
  }
}

/** The slopes of the other activations at a unit: from its value, as loops that keep only a have it, or from its z. */
export function otherSlopes(
  name: Layer["activation"],
  precision: Precision,
): ((z: Bounded, a: Bounded) => Bounded)[] {
  return Object.entries<Activation>(activations)
    .filter(([other]) => other !== name)
    .flatMap(([, other]) => {
      const fromValue = (z: Bounded, a: Bounded): Bounded => slopeBounds(other, z, a, precision);
      const fromZ = (z: Bounded): Bounded =>
        slopeBounds(
          other,
          z,
          evaluateBounded(other.value, () => z, precision),
          precision,
        );
      return [fromValue, fromZ];
    });
}
