/**
 * Divergence: finds the first number that is no longer finite.
 *
 * Checking every number after every update would cost as much as training, so there are two checks. The quick check looks
 * at the parameters, the optimizer state, and the loss. If all of them (and the data) are below 10⁵⁰ in size, no product
 * can overflow: at most five layers multiply, and 8⁵ · (10⁵⁰)⁶ < 10³⁰⁸. Otherwise the thorough check recomputes every
 * number in the order of training.
 */
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Batch } from "../nn/propagation.ts";
import { labeledTrace } from "../nn/trace.ts";
import { type Network, parameterId } from "../nn/network.ts";

const SAFE = 1e50;

/** Whether an entry is not finite, or so large that a product with it might overflow. */
export function mayOverflow(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]!) < SAFE)) return true;
  return false;
}

export interface Numbers {
  readonly network: Network;
  readonly samples: Batch;
  /** The indices of the samples to check. */
  readonly indices: Int32Array;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** The optimizer's state vectors with their names. */
  readonly optimizerState: readonly (readonly [name: string, values: Float64Array])[];
}

/** The id of the first number after t updates that is not finite, or undefined if all are finite. */
export function firstNonFinite(numbers: Numbers, t: number): QuantityId | undefined {
  const { network, samples, indices, params, gradient, loss, optimizerState } = numbers;
  const broken = (values: Float64Array): number => values.findIndex((value) => !Number.isFinite(value));
  for (const [name, values] of optimizerState) {
    const i = broken(values);
    if (i >= 0) return ids.optimizerState.of(name, parameterId(network, i), t);
  }
  const i = broken(params);
  if (i >= 0) return ids.parameter.of(parameterId(network, i), t);
  for (const s of indices) {
    const seen = labeledTrace(network, params, samples.x1[s]!, samples.x2[s]!, samples.y[s]!);
    for (let l = 0; l < network.layers.length; l++) {
      const z = broken(seen.z[l]!);
      if (z >= 0) return ids.z.of(l + 1, z + 1, s + 1, t);
      const a = broken(seen.a[l]!);
      if (a >= 0) return ids.a.of(l + 1, a + 1, s + 1, t);
    }
    if (!Number.isFinite(seen.loss)) return ids.ell.of(s + 1, t);
    for (let l = network.layers.length - 1; l >= 0; l--) {
      const d = broken(seen.delta[l]!);
      if (d >= 0) return ids.delta.of(l + 1, d + 1, s + 1, t);
    }
  }
  if (!Number.isFinite(loss)) return ids.L.of(t);
  const g = broken(gradient);
  return g >= 0 ? ids.gradient.of(parameterId(network, g), t) : undefined;
}
