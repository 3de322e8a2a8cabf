/** R, the penalty on the weights, and what it adds to the gradient: J = L + R. Terms with a factor of 0 are left out. */
import type { Network } from "./network.ts";
import { activeRegularizers, type Regularization } from "./regularizers/index.ts";

/** The penalty of one objective. */
export interface Penalty {
  /** Whether there is one. */
  readonly active: boolean;
  /** R at these parameters: one term after the other, each a sum over all weights in the order of the parameters. */
  valueAt(params: Float64Array): number;
  /** gradient ← gradient + ∂R/∂w; biases stay. */
  addTo(gradient: Float64Array, params: Float64Array): void;
  /** Whether |w| ≤ ε of a weight, where its term has a kink. */
  kinkedAt(index: number, w: number, epsilon: number): boolean;
}

/** The penalty on the weights of a network. */
export function createPenalty({ layers }: Pick<Network, "layers">, regularization: Regularization): Penalty {
  const terms = activeRegularizers(regularization);
  const isWeight = (index: number): boolean =>
    layers.some(({ weight, bias }) => index >= weight && index < bias);
  return {
    active: terms.length > 0,
    valueAt(params) {
      let value = 0;
      for (const [i, { factor, regularizer }] of terms.entries()) {
        let sum = 0;
        for (const { weight, bias } of layers) {
          for (let k = weight; k < bias; k++) sum += regularizer.termOf(params[k]!);
        }
        const term = regularizer.scaleOf(factor) * sum;
        value = i === 0 ? term : value + term;
      }
      return value;
    },
    addTo(gradient, params) {
      for (const { factor, regularizer } of terms.toReversed()) {
        for (const { weight, bias } of layers) {
          for (let k = weight; k < bias; k++) {
            gradient[k] = gradient[k]! + regularizer.gradientOf(factor, params[k]!);
          }
        }
      }
    },
    kinkedAt: (index, w, epsilon) =>
      terms.some(({ regularizer }) => regularizer.kinked) && isWeight(index) && Math.abs(w) <= epsilon,
  };
}
