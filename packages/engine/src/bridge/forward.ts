/** The way forward with bounds: z and a of nn/trace.ts, and beside each what rounding can have done to it. */
import { rowOf } from "../math/classes.ts";
import { type Activation, activationOf } from "../nn/activations.ts";
import type { Batch } from "../nn/kernel.ts";
import type { Layer, Network } from "../nn/network.ts";
import type { Regularization } from "../nn/regularizers/index.ts";
import { trace } from "../nn/trace.ts";
import { at, type Bounds, evaluateBounded, sumError } from "./bounded.ts";
import type { Precision } from "./dtype.ts";
import { outputErrors } from "./headBounds.ts";

/** How many roundings a feature such as sin(2πx) is allowed. */
const INPUT_ROUNDINGS = 8;

/** A sample on its way forward: index 0 of each list is layer 1. */
export interface ForwardBounds {
  readonly targets: Float64Array;
  /** The network's inputs. */
  readonly inputs: Bounds;
  readonly z: readonly Bounds[];
  readonly a: readonly Bounds[];
}

/** What is passed, where, and in which format. */
export interface PassSetting {
  readonly network: Network;
  readonly regularization: Regularization;
  readonly precision: Precision;
  /** Whether the loop may have computed the network's inputs itself, so that they are rounded. */
  readonly computedInputs?: boolean;
}

/** Passes every sample of a batch forward. */
export function forwardBounds(
  { network, precision, computedInputs = false }: PassSetting,
  params: Float64Array,
  { count, features, targets }: Batch,
): ForwardBounds[] {
  return Array.from({ length: count }, (_, s) => {
    const row = rowOf(features, s);
    const inputs = {
      values: row,
      errors: row.map((x) => (computedInputs ? INPUT_ROUNDINGS * precision.unit * Math.abs(x) : 0)),
    };
    const found = trace(network, params, row);
    const z: Bounds[] = [];
    const a: Bounds[] = [];
    network.layers.forEach((layer, l) => {
      const before = a[l - 1] ?? inputs;
      const sums = { values: found.z[l]!, errors: weightedSumErrors(layer, params, before, precision) };
      z.push(sums);
      const last = l === network.layers.length - 1;
      const errors = last
        ? outputErrors(network.head, sums, found.a[l]!, precision)
        : activationErrors(activationOf(layer), sums, precision);
      a.push({ values: found.a[l]!, errors });
    });
    return { targets: rowOf(targets, s), inputs, z, a };
  });
}

/** The errors of z = b + W a. */
function weightedSumErrors(
  { fanIn, fanOut, weight, bias }: Layer,
  params: Float64Array,
  inputs: Bounds,
  precision: Precision,
): Float64Array {
  return Float64Array.from({ length: fanOut }, (_, j) => {
    let size = Math.abs(params[bias + j]!);
    let error = 0;
    for (let k = 0; k < fanIn; k++) {
      const w = Math.abs(params[weight + j * fanIn + k]!);
      size += w * Math.abs(inputs.values[k]!);
      error += w * inputs.errors[k]!;
    }
    return error + sumError(precision, fanIn + 1, size);
  });
}

function activationErrors({ value }: Activation, z: Bounds, precision: Precision): Float64Array {
  return z.values.map((_, j) => evaluateBounded(value, () => at(z, j), precision).error);
}
