/**
 * Why a gradient is small: which of its factors are small for each sample, and whether the samples' gradients cancel.
 *
 *   ∂ℓ/∂w = δⱼ · aₖ,  δⱼ = (the weighted sum of later δs) · f′(zⱼ),  ∂L/∂w = the mean over all samples
 */
import { activationOf } from "../nn/activations.ts";
import { SATURATED_SLOPE } from "../nn/unitHealth.ts";
import { indicesOf } from "../nn/network.ts";
import { traceOfSample } from "../nn/trace.ts";
import { indexOf } from "../quantities/lookup.ts";
import type { Run } from "../quantities/run.ts";

/** A sample is fitted where every output is closer to its target than this; for values, than this share of their spread. */
export const FITTED = 0.05;
/** An input of a neuron is silent if it is smaller than this in size. */
export const SILENT = 0.01;
/** Terms balance if the size of their sum is below this fraction of the sum of their sizes. */
export const BALANCED = 0.1;

/** Which factor is small: every output's error; a closed ReLU; another f′; the input; the backpropagated terms, which cancel. */
export type Reason = "fitted" | "off" | "saturated" | "silent" | "balanced";

const REASONS: readonly Reason[] = ["fitted", "off", "saturated", "silent", "balanced"];

/** The reasons why a parameter's gradient is small. */
export interface Smallness {
  readonly t: number;
  /** ∂L/∂w. */
  readonly gradient: number;
  /** The mean of |∂ℓ/∂w| over the samples of the next update: the gradient's size if nothing canceled. */
  readonly typical: number;
  /** Whether the samples cancel: |∂L/∂w| is below BALANCED of `typical`. */
  readonly canceled: boolean;
  readonly samples: number;
  /** The number of samples for which each factor is small, without those for which it's 0. */
  readonly reasons: readonly { readonly reason: Reason; readonly samples: number }[];
  /** The same for one sample. */
  readonly here: readonly Reason[];
}

/** Explains why the gradient of the parameter `name` is small after t updates. `s` is a sample, from 1. @throws UnknownQuantity */
export function whySmall(run: Run, name: string, s: number, t: number): Smallness {
  const index = indexOf(run, name);
  const { gradient } = run.at(t);
  const indices = run.batches.at(t);
  const each = Array.from(indices, (i) => factorsOf(run, name, i, t));
  const typical = each.reduce((sum, { product }) => sum + Math.abs(product), 0) / each.length;
  return {
    t,
    gradient: gradient[index]!,
    typical,
    canceled: Math.abs(gradient[index]!) < BALANCED * typical,
    samples: each.length,
    reasons: REASONS.map((reason) => ({
      reason,
      samples: each.filter(({ reasons }) => reasons.includes(reason)).length,
    })).filter((found) => found.samples > 0),
    here: factorsOf(run, name, s - 1, t).reasons,
  };
}

/** The gradient of one sample, and which of its factors are small. */
function factorsOf(
  { network, data, at }: Run,
  name: string,
  i: number,
  t: number,
): { product: number; reasons: Reason[] } {
  const { params } = at(t);
  const [l, j, k] = indicesOf(name);
  const { layers } = network;
  const { a, delta, outputs } = traceOfSample(network, params, data, i);
  const input = k === undefined ? 1 : l === 1 ? data.features[k - 1]![i]! : a[l - 2]![k - 1]!;
  const reasons: Reason[] = [];
  const fitted = outputs.every((y, output) => {
    const targets = data.targets[output]!;
    return Math.abs(y - targets[i]!) < FITTED * (network.head.classifies ? 1 : spread(targets));
  });
  if (fitted) reasons.push("fitted");
  if (l < layers.length) {
    const { activation } = layers[l - 1]!;
    const { slope, steepest } = activationOf(layers[l - 1]!);
    const local = slope(a[l - 1]![j - 1]!);
    if (activation === "relu" && local === 0) reasons.push("off");
    else if (Math.abs(local) < SATURATED_SLOPE * steepest) reasons.push("saturated");
    const next = layers[l]!;
    const terms = Array.from(
      { length: next.fanOut },
      (_, m) => params[next.weight + m * next.fanIn + j - 1]! * delta[l]![m]!,
    );
    const sum = Math.abs(terms.reduce((all, term) => all + term, 0));
    const sizes = terms.reduce((all, term) => all + Math.abs(term), 0);
    if (terms.length > 1 && sum < BALANCED * sizes) reasons.push("balanced");
  }
  if (Math.abs(input) < SILENT) reasons.push("silent");
  return { product: delta[l - 1]![j - 1]! * input, reasons };
}

/** From the smallest to the largest. */
function spread(values: Float64Array): number {
  return (
    values.reduce((most, value) => Math.max(most, value)) -
    values.reduce((least, value) => Math.min(least, value))
  );
}
