/** The judgment of one gradient, from a file: a list of layers, or arrays with any names. */
import { bridge } from "#text/bridge";
import { ExperimentError } from "../math/errors.ts";
import type { QuantityId } from "../ids/kind.ts";
import { ids } from "../ids/index.ts";
import { type Network, parameterId } from "../nn/network.ts";
import type { Goal } from "../nn/objective.ts";
import { isObject, list, type Schema } from "../schema/index.ts";
import { gradientBounds } from "./backprop.ts";
import { agrees } from "./bounded.ts";
import { type Dtype, precisions, rounder } from "./dtype.ts";
import { forwardBounds } from "./forward.ts";
import type { ReadArray } from "./readNpz.ts";
import { anyNumber, vector } from "./recordingSchema.ts";
import { gradientSuspects, type LikelyMistake } from "./suspects.ts";

/** A gradient that is out of tolerance. */
export interface WrongGradient {
  readonly id: QuantityId;
  readonly yours: number;
  readonly ours: number;
  /** The smallest error that would have been seen here. */
  readonly tolerance: number;
}

/** What is found of one gradient. */
export interface GradientJudgment {
  readonly agrees: boolean;
  /** For each layer, how many of its gradients differ. */
  readonly layers: readonly { readonly layer: number; readonly differ: number; readonly of: number }[];
  /** Those that differ, in the order in which backprop finds them: the output's layer first. */
  readonly differing: readonly WrongGradient[];
  readonly mistakes: readonly LikelyMistake[];
}

/** Judges a gradient of the objective at these parameters, `t` updates after the start. */
export function judgeGradient(
  { network, batch, regularization }: Goal,
  parameters: Float64Array,
  gradient: Float64Array,
  dtype: Dtype,
  t: number,
): GradientJudgment {
  const precision = precisions[dtype];
  const round = rounder(dtype);
  const params = round(parameters);
  const features = batch.features.map(round);
  const setting = { network, regularization, precision, computedInputs: true };
  const samples = forwardBounds(setting, params, { ...batch, features, targets: batch.targets.map(round) });
  const right = gradientBounds(setting, params, samples);
  const recorded = round(gradient);
  const wrongIn = (from: number, to: number): WrongGradient[] =>
    Array.from(recorded.subarray(from, to), (yours, k) => ({
      id: ids.gradient.of(parameterId(network, from + k), t),
      yours,
      ours: right.values[from + k]!,
      tolerance: right.errors[from + k]!,
    })).filter(({ yours, ours, tolerance }) => !agrees(yours, { value: ours, error: tolerance }, precision));
  const wrong = network.layers.map(({ weight, bias, fanOut }) => wrongIn(weight, bias + fanOut));
  const differing = wrong.toReversed().flat();
  const suspects = gradientSuspects(network, precision);
  suspects.see({ setting, params, samples, right, recorded, before: undefined, first: false });
  return {
    agrees: differing.length === 0,
    layers: network.layers.map(({ weight, bias, fanOut }, l) => ({
      layer: l + 1,
      differ: wrong[l]!.length,
      of: bias + fanOut - weight,
    })),
    differing,
    mistakes: differing.length === 0 ? [] : suspects.mistakes,
  };
}

/** Reads a gradient from JSON: a list with `weight` and `bias` of each layer, or an object of arrays. @throws ExperimentError */
export function gradientFromJson(network: Network, json: unknown): Float64Array {
  if (!isObject(json)) return vector(network, "float64")(json, "gradient");
  return gradientFromArrays(
    network,
    Object.entries(json).map(([name, value]) => arrayOf(name, value)),
  );
}

const numbers = list(anyNumber);
const matrix: Schema<number[][]> = list(numbers);

function arrayOf(name: string, value: unknown): ReadArray {
  const isMatrix = Array.isArray(value) && Array.isArray(value[0]);
  const rows = isMatrix ? matrix(value, name) : [numbers(value, name)];
  const shape = isMatrix ? [rows.length, rows[0]!.length] : [rows[0]!.length];
  return { name, shape, values: Float64Array.from(rows.flat()), dtype: "float64" };
}

/**
 * A gradient from arrays in the order of the layers: the weights are the arrays with two dimensions, one row per unit, and the
 * biases those with one. Their names are free. @throws ExperimentError
 */
export function gradientFromArrays({ layers, size }: Network, arrays: readonly ReadArray[]): Float64Array {
  const gradient = new Float64Array(size);
  for (const dimensions of [2, 1] as const) {
    const some = arrays.filter(({ shape }) => shape.length === dimensions);
    if (some.length !== layers.length) {
      throw new ExperimentError(bridge.arrayCount({ dimensions, count: layers.length, found: some.length }));
    }
    layers.forEach(({ fanIn, fanOut, weight, bias }, l) => {
      const { name, shape, values } = some[l]!;
      const wanted = dimensions === 2 ? [fanOut, fanIn] : [fanOut];
      if (shape.join() !== wanted.join() || values.length !== wanted.reduce((a, b) => a * b)) {
        throw new ExperimentError(bridge.arrayShape({ name, wanted, found: shape }));
      }
      gradient.set(values, dimensions === 2 ? weight : bias);
    });
  }
  return gradient;
}
