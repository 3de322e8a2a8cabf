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
import { WIDTH } from "./dense.ts";

/** Loss of one sample with logit z and label y (0 or 1). */
export function crossEntropy(z: number, y: number): number {
  return positive(z) - z * y + log1p(exp(-Math.abs(z)));
}

/** Room for a block of samples. */
const room = new Float64Array(WIDTH);

/**
 * sum + ℓ of the n samples of a block, one after the other: row `logits` from its start, `labels` from `from` on. Three
 * short loops: the compiler puts the functions into them, and the processor works at several samples at once.
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

/** max(z, 0), which keeps a NaN. */
function positive(z: number): number {
  return z > 0 ? z : z <= 0 ? 0 : z;
}
