/**
 * Divergence: finds the first number that is no longer finite.
 *
 * Looking at every number after every update would cost as much as training, so there are two looks. The quick one
 * sees parameters, optimizer state and loss. As long as all of them (and the data) are below 10⁵⁰ in size, no product on the
 * way can overflow: at most five layers multiply, and 8⁵ · (10⁵⁰)⁶ < 10³⁰⁸. Where δ has no bound, the gradient is looked
 * at too. Only beyond that the careful look recomputes every number in the order of the arithmetic.
 */
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { parameterId } from "../nn/network.ts";
import type { Goal } from "../nn/objective.ts";
import { createPenalty } from "../nn/penalty.ts";
import { traceOfSample } from "../nn/trace.ts";

const SAFE = 1e50;

/** Whether an entry is not finite, or so large that a product with it might overflow. */
export function mayOverflow(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]!) < SAFE)) return true;
  return false;
}

export interface Numbers {
  /** The samples trained on. */
  readonly goal: Goal;
  /** Which of all samples they are, from 0. */
  readonly places: Int32Array;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** The optimizer's state vectors with their names. */
  readonly optimizerState: readonly (readonly [name: string, values: Float64Array])[];
}

/** The id of the first number after t updates that is not finite, or undefined if all are finite. */
export function firstNonFinite(numbers: Numbers, t: number): QuantityId | undefined {
  const { goal, places, params, gradient, loss, optimizerState } = numbers;
  const { network, batch } = goal;
  const broken = (values: Float64Array): number => values.findIndex((value) => !Number.isFinite(value));
  for (const [name, values] of optimizerState) {
    const i = broken(values);
    if (i >= 0) return ids.optimizerState.of(name, parameterId(network, i), t);
  }
  const i = broken(params);
  if (i >= 0) return ids.parameter.of(parameterId(network, i), t);
  for (const [place, s] of places.entries()) {
    const feature = batch.features.findIndex((column) => !Number.isFinite(column[place]!));
    if (feature >= 0) return ids.f.of(feature + 1, s + 1);
    const seen = traceOfSample(network, params, batch, place);
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
  const penalty = createPenalty(network, goal.regularization);
  if (penalty.active) {
    const value = penalty.valueAt(params);
    if (!Number.isFinite(value)) return ids.R.of(t);
    if (!Number.isFinite(loss + value)) return ids.J.of(t);
  }
  const g = broken(gradient);
  return g >= 0 ? ids.gradient.of(parameterId(network, g), t) : undefined;
}
