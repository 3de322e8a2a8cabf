/**
 * How a weighted sum z adds up, term by term, over many samples at once:
 *
 *   total 0 = b_j,  total k = total k − 1 + W_jk·a_k,  the last total = z_j
 *
 * These are the additions of trace.ts in its order, so that the last total is z to the last bit.
 */
import type { Columns } from "../math/classes.ts";
import { activationOf } from "./activations.ts";
import { sumsOfLayer } from "./eachSample.ts";
import type { Network } from "./network.ts";
import { trace } from "./trace.ts";

/**
 * An incoming activation whose largest and smallest value differ by less than this is nearly constant: it acts as a part
 * of the bias. A sigmoid spans 1 and a tanh 2, so such a unit uses a tenth of its range or less: its picture is of one
 * color to the eye.
 */
export const NEARLY_CONSTANT = 0.1;

/** A unit by the places of its weighted sum in a trace: z[l − 1][j]. */
export interface SumPlace {
  /** The layer, from 1; the last is the output layer. */
  readonly l: number;
  /** The unit, from 0. */
  readonly j: number;
}

/** The running totals of a weighted sum over n samples, with what they are made of. K is the fan-in. */
export interface Totals {
  /** The order of the terms: frame i + 1 adds term order[i]. Rising, unless another was asked for. */
  readonly order: readonly number[];
  /** K + 1 columns of n numbers: b, then with one term more in each. */
  readonly frames: Columns;
  /** W_jk·a_k: K columns of n numbers, by k, whatever the order. */
  readonly terms: Columns;
  /** z of the hidden units before, by k: a unit's own line is where it is 0. None where the terms come from the inputs. */
  readonly lines: Columns;
  /** max − min of a_k over the samples, by k: below `NEARLY_CONSTANT` the unit is nearly constant. */
  readonly ranges: Float64Array;
}

/**
 * The running totals of z for n samples, given the network's inputs: one column for each feature. In another order than
 * the rising one, the last total may differ from z in its last bits, because every addition rounds.
 */
export function totalsOfEach(
  network: Network,
  params: Float64Array,
  features: Columns,
  place: SumPlace,
  order: readonly number[] = rising(network, place),
): Totals {
  const { l } = place;
  const lines = l === 1 ? [] : sumsOfLayer(network, params, features, l - 1);
  const inputs = l === 1 ? features : lines.map((z) => z.map(activationOf(network.layers[l - 2]!).f));
  const { bias, weights } = rowOfParameters(network, params, place);
  const terms = inputs.map((a, k) => a.map((value) => weights[k]! * value));
  const frames = [new Float64Array(features[0]!.length).fill(bias)];
  for (const k of order) frames.push(frames.at(-1)!.map((total, s) => total + terms[k]![s]!));
  return { order, frames, terms, lines, ranges: Float64Array.from(inputs, rangeOf) };
}

/** The running totals of z for one point, given its features: K + 1 numbers. */
export function totalsAt(
  network: Network,
  params: Float64Array,
  features: ArrayLike<number>,
  place: SumPlace,
  order: readonly number[] = rising(network, place),
): Float64Array {
  const inputs = place.l === 1 ? features : trace(network, params, features).a[place.l - 2]!;
  const { bias, weights } = rowOfParameters(network, params, place);
  const totals = new Float64Array(order.length + 1).fill(bias, 0, 1);
  order.forEach((k, i) => (totals[i + 1] = totals[i]! + weights[k]! * inputs[k]!));
  return totals;
}

/** The order of terms that vary most first: by the largest |term − its mean over the samples|; ties in rising order. */
export function largestFirst(terms: Columns): number[] {
  const reach = terms.map(reachOf);
  return [...terms.keys()].toSorted((p, q) => reach[q]! - reach[p]! || p - q);
}

/** 0 … K − 1. */
function rising({ layers }: Network, { l }: SumPlace): number[] {
  return Array.from({ length: layers[l - 1]!.fanIn }, (_, k) => k);
}

/** b_j, and W_jk by k. */
function rowOfParameters(
  { layers }: Network,
  params: Float64Array,
  { l, j }: SumPlace,
): { readonly bias: number; readonly weights: Float64Array } {
  const { fanIn, weight, bias } = layers[l - 1]!;
  return {
    bias: params[bias + j]!,
    weights: params.subarray(weight + j * fanIn, weight + (j + 1) * fanIn),
  };
}

/** max − min. */
function rangeOf(values: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/** The largest distance of a value from their mean. */
function reachOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
}
