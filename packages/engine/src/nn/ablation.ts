/**
 * A hidden unit that is switched off: everywhere, its output is replaced by its mean over the training samples, so that it
 * no longer tells one point from another. It's a look at the network: nothing of a run changes.
 */
import { type Columns, largestOf, namesLabel, rowOf } from "../math/classes.ts";
import { isCorrect } from "../math/correct.ts";
import { blocked } from "./blocked/index.ts";
import { activationsOfLayer, sumsOfLayer } from "./eachSample.ts";
import type { Head } from "./head.ts";
import type { Batch } from "./kernel.ts";
import { layersAfter, type Network, type Unit } from "./network.ts";
import { type Trace, trace } from "./trace.ts";

/** A hidden unit that is switched off. */
export interface Off extends Unit {
  /** What it puts out instead of a. */
  readonly mean: number;
}

/** The mean of a hidden unit's output: added up from the first sample to the last, and divided once. */
export function meanOutput(
  network: Network,
  params: Float64Array,
  { count, features }: Pick<Batch, "count" | "features">,
  { layer, unit }: Unit,
): number {
  const a = activationsOfLayer(network, params, features, layer)[unit - 1]!;
  return a.reduce((sum, value) => sum + value, 0) / count;
}

/** A hidden unit, switched off. */
export function switchedOff(
  network: Network,
  params: Float64Array,
  batch: Pick<Batch, "count" | "features">,
  { layer, unit }: Unit,
): Off {
  return { layer, unit, mean: meanOutput(network, params, batch, { layer, unit }) };
}

/** Forward for one point with a hidden unit switched off: its z is as it was, its a is the mean. */
export function ablatedTrace(
  network: Network,
  params: Float64Array,
  features: ArrayLike<number>,
  { layer, unit, mean }: Off,
): Trace {
  const whole = trace(network, params, features);
  const a = whole.a[layer - 1]!.with(unit - 1, mean);
  const after = trace(layersAfter(network, layer), params, a);
  return {
    z: [...whole.z.slice(0, layer), ...after.z],
    a: [...whole.a.slice(0, layer - 1), a, ...after.a],
    outputs: after.outputs,
  };
}

/** a of every unit of the layer of the one that is switched off: one column for each unit, its own filled with the mean. */
export function ablatedLayer(
  network: Network,
  params: Float64Array,
  features: Columns,
  { layer, unit, mean }: Off,
): Float64Array[] {
  const a = activationsOfLayer(network, params, features, layer);
  a[unit - 1]!.fill(mean);
  return a;
}

/** The outputs of every sample with a hidden unit switched off. */
export function ablatedOutputs(
  network: Network,
  params: Float64Array,
  { features }: Pick<Batch, "features">,
  off: Off,
): Float64Array[] {
  return outputsOfEach(layersAfter(network, off.layer), params, ablatedLayer(network, params, features, off));
}

/** The outputs of every sample: one column for each output. */
function outputsOfEach(network: Network, params: Float64Array, features: Columns): Float64Array[] {
  const { head, layers } = network;
  const outputs = Array.from({ length: layers.at(-1)!.fanOut }, () => new Float64Array(features[0]!.length));
  blocked.forward(network, params, features, (rows, from, samples) =>
    head.outputs(rows.at(-1)!, samples, from, outputs),
  );
  return outputs;
}

/** The samples, from 0, for which two sets of outputs predict different classes; none where the targets are values. */
export function changedPredictions(
  { targets }: Pick<Head, "targets">,
  before: Columns,
  after: Columns,
): number[] {
  if (targets === "values") return [];
  const classOf = (outputs: Columns, s: number): number =>
    targets === "binary" ? Number(isCorrect(outputs[0]![s]!, 1)) : largestOf(outputs, s);
  return [...before[0]!.keys()].filter((s) => classOf(before, s) !== classOf(after, s));
}

/** How a network that classifies does without one of its hidden units. */
export interface UnitUse extends Unit {
  /** How many samples are correct with the unit switched off. */
  readonly correct: number;
  /** Whether these are fewer than with it. */
  readonly used: boolean;
}

/** How the network does without each of its hidden units, layer by layer; nothing where the targets are values. */
export function usedUnits(network: Network, params: Float64Array, batch: Batch): UnitUse[] {
  const { head, layers } = network;
  if (!head.classifies) return [];
  const whole = correctOf(head, outputsOfEach(network, params, batch.features), batch);
  return layers.slice(0, -1).flatMap(({ fanOut }, l) =>
    Array.from({ length: fanOut }, (_, j) => {
      const off = switchedOff(network, params, batch, { layer: l + 1, unit: j + 1 });
      const correct = correctOf(head, ablatedOutputs(network, params, batch, off), batch);
      return { layer: off.layer, unit: off.unit, correct, used: correct < whole };
    }),
  );
}

/** How many samples the outputs classify correctly. */
function correctOf({ targets: kind }: Head, outputs: Columns, { count, targets }: Batch): number {
  let correct = 0;
  for (let s = 0; s < count; s++) {
    if (namesLabel(kind, rowOf(outputs, s), rowOf(targets, s)) === true) correct += 1;
  }
  return correct;
}

/** On which side of the lines of the last hidden layer's units the samples are. */
export interface InnerSides {
  /** Whether sample s is on the inner side of unit k's line, both from 0: inner[k][s]. */
  readonly inner: readonly (readonly boolean[])[];
  /** For each sample the number of units on whose inner side it is. */
  readonly counts: readonly number[];
}

/**
 * The inner sides of a network with one sigmoid; undefined for others, and without a hidden layer. The line of unit k of
 * the last hidden layer is where z_k = 0, and its inner side is where W_k·z_k > 0, with the output's weight W_k. As f never
 * falls, W_k·f(z_k) is nowhere lower there than on the line: there the unit raises the output's z.
 */
export function innerSides(
  network: Network,
  params: Float64Array,
  { count, features }: Pick<Batch, "count" | "features">,
): InnerSides | undefined {
  const { head, layers } = network;
  if (head.targets !== "binary" || layers.length === 1) return undefined;
  const { weight } = layers.at(-1)!;
  const inner = sumsOfLayer(network, params, features, layers.length - 1).map((column, k) =>
    Array.from(column, (z) => params[weight + k]! * z > 0),
  );
  const counts = Array.from({ length: count }, (_, s) => inner.filter((unit) => unit[s]).length);
  return { inner, counts };
}
