/**
 * How well gradients reach the layers of a network.
 *
 * The size of a layer's gradient is its root mean square over all weights and biases of the layer, so that large and
 * small layers can be compared. It is set against that of the output layer: where all gradients shrink because the
 * data are fitted, nothing has vanished on the way.
 */
import { unitHealth, type UnitHealth } from "./unitHealth.ts";
import type { Network } from "./network.ts";
import type { Batch } from "./propagation.ts";
import { trace } from "./trace.ts";

/** A gradient vanishes in a layer whose share of the output layer's is below this, … */
export const VANISHING = 1e-3;
/** … and explodes in one where it is above this. */
export const EXPLODING = 1e3;

/** How well gradients reach one layer. */
export interface LayerHealth {
  /** From 1; the last is the output. */
  readonly layer: number;
  /** Root mean square of ∂L/∂w over the layer's weights and biases. */
  readonly size: number;
  /** `size` over that of the output layer; NaN when that is 0. */
  readonly ratio: number;
  readonly verdict: "vanishing" | "exploding" | "even";
  /** The state of each hidden unit, in order; none for the output. */
  readonly units: readonly UnitHealth[];
}

/** √Σ v². */
export function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** √(Σ v² / n). */
export function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Every layer of a network at these parameters, with the gradient that belongs to them. */
export function layerHealth(
  network: Network,
  params: Float64Array,
  gradient: Float64Array,
  batch: Batch,
): LayerHealth[] {
  const { layers } = network;
  const sizes = layers.map(({ weight, bias, fanOut }) =>
    rootMeanSquare(gradient.subarray(weight, bias + fanOut)),
  );
  const traces = Array.from({ length: batch.count }, (_, s) =>
    trace(network, params, batch.x1[s]!, batch.x2[s]!),
  );
  return layers.map(({ activation, fanOut }, l) => {
    const ratio = sizes[l]! / sizes.at(-1)!;
    return {
      layer: l + 1,
      size: sizes[l]!,
      ratio,
      verdict: ratio < VANISHING ? "vanishing" : ratio > EXPLODING ? "exploding" : "even",
      units: Array.from({ length: l + 1 < layers.length ? fanOut : 0 }, (_, j) =>
        unitHealth(
          activation,
          Float64Array.from(traces, ({ a }) => a[l]![j]!),
        ),
      ),
    };
  });
}
