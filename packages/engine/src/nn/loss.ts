/**
 * Binary cross-entropy, from the logit z of the output unit:
 *
 *   ℓ = −[y ln ŷ + (1 − y) ln(1 − ŷ)],  ŷ = σ(z)
 *     = max(z, 0) − z·y + ln(1 + e^(−|z|))
 *
 * The second line is the same number without the logarithm of a rounded 0; PyTorch's BCEWithLogitsLoss uses it too.
 * Its derivative by the logit is simply ŷ − y.
 */
import { exp, log1p } from "../math/elementary.ts";

/** Loss of one sample with logit z and label y (0 or 1). */
export function crossEntropy(z: number, y: number): number {
  return (z > 0 ? z : z <= 0 ? 0 : z) - z * y + log1p(exp(-Math.abs(z)));
}

/**
 * sum + ℓ of n samples, one after the other: row `logits` from its start, `labels` from `from` on. A loop of its own, so
 * that the compiler can put the function into the loop.
 */
export function addCrossEntropy(
  sum: number,
  logits: Float64Array,
  labels: Float64Array,
  from: number,
  n: number,
): number {
  let total = sum;
  for (let s = 0; s < n; s++) total += crossEntropy(logits[s]!, labels[from + s]!);
  return total;
}
