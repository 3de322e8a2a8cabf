/**
 * Binary cross-entropy, from the logit z of the output unit:
 *
 *   ℓ = −[y ln ŷ + (1 − y) ln(1 − ŷ)],  ŷ = σ(z)
 *     = max(z, 0) − z·y + ln(1 + e^(−|z|))
 *
 * The second line is the same number without the logarithm of a rounded 0. PyTorch's BCEWithLogitsLoss uses it too. Its
 * derivative with respect to the logit is ŷ − y.
 */
import { exp, log1p } from "../math/elementary.ts";
import { WIDTH } from "./dense.ts";

/** The loss of one sample with logit z and label y (0 or 1), in nats. */
export function crossEntropy(z: number, y: number): number {
  return positive(z) - z * y + log1p(exp(-Math.abs(z)));
}

/** A buffer for one block of samples. */
const room = new Float64Array(WIDTH);

/**
 * Returns `sum` plus ℓ of the n samples of a block, added in order. `logits` starts with the block; its labels start at
 * `from`. With three short loops the compiler inlines the functions, and the processor works on several samples at once.
 */
export function addCrossEntropy(
  sum: number,
  logits: Float64Array,
  labels: Float64Array,
  from: number,
  n: number,
): number {
  for (let s = 0; s < n; s++) room[s] = exp(-Math.abs(logits[s]!));
  for (let s = 0; s < n; s++) room[s] = log1p(room[s]!);
  let total = sum;
  for (let s = 0; s < n; s++) {
    const z = logits[s]!;
    total += positive(z) - z * labels[from + s]! + room[s]!;
  }
  return total;
}

/** max(z, 0); NaN stays NaN. */
function positive(z: number): number {
  return z > 0 ? z : z <= 0 ? 0 : z;
}
