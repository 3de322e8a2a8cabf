/**
 * What a regularizer is: a term of the objective J = L + R that grows with the size of the weights. Biases are left out.
 *
 * Each regularizer is defined in one file of regularizers/: its term, and what it adds to the gradient of a weight.
 */
import type { Expression } from "../math/expression.ts";

/** A penalty on the weights: its term, and what it adds to the gradient. */
export interface Regularizer {
  readonly label: string;
  /** TeX of its factor. */
  readonly symbol: string;
  /** TeX of its term. */
  readonly symbols: string;
  /** factor × what one weight adds to the sum over all weights. */
  readonly termOf: (w: number) => number;
  /** What the sum is multiplied by. */
  readonly scaleOf: (factor: number) => number;
  /** What it adds to ∂L/∂w. */
  readonly gradientOf: (factor: number, w: number) => number;
  /** Whether the term has a kink at w = 0. */
  readonly kinked: boolean;
  /** `termOf` as an expression in w, `scaleOf` in `factor`, `gradientOf` in both. */
  readonly term: Expression;
  readonly scale: Expression;
  readonly gradient: Expression;
  /** The term of one layer's weights in PyTorch. */
  readonly torch: (factor: number) => string;
}
