/**
 * How well gradients reach the layers of a network.
 *
 * The size of a layer's gradient is the root mean square over the layer's weights and biases, so that large and small
 * layers can be compared. It is divided by the size in the output layer, so that gradients that all shrink because the
 * network fits the data don't count as vanishing.
 */
import { rowOf } from "../math/classes.ts";
import type { ActivationName } from "./activations.ts";
import { unitHealth, type UnitHealth } from "./unitHealth.ts";
import type { Network } from "./network.ts";
import type { Batch } from "./kernel.ts";
import { trace } from "./trace.ts";

/** The gradient of a layer vanishes if its size is below this fraction of the output layer's. */
export const VANISHING = 1e-3;
/** The gradient of a layer explodes if its size is above this multiple of the output layer's. */
export const EXPLODING = 1e3;

/** How well gradients reach one layer. */
export interface LayerHealth {
  /** From 1; the last is the output layer. */
  readonly layer: number;
  /** Root mean square of ∂L/∂w over the layer's weights and biases. */
  readonly size: number;
  /** `size` divided by the output layer's size; NaN if both are 0. */
  readonly ratio: number;
  readonly verdict: "vanishing" | "exploding" | "even";
  /** The health of each hidden unit, in order; empty for the output layer. */
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

/** The health of every layer at these parameters; `gradient` is ∂L/∂w there, over the samples of `batch`. */
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
    trace(network, params, rowOf(batch.features, s)),
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
          activation as ActivationName,
          Float64Array.from(traces, ({ a }) => a[l]![j]!),
        ),
      ),
    };
  });
}
