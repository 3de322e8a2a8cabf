/**
 * One sigmoid and binary cross-entropy, from the logit z of the output unit:
 *
 *   ℓ = −[y ln ŷ + (1 − y) ln(1 − ŷ)],  ŷ = σ(z)
 *     = max(z, 0) − z·y + ln(1 + e^(−|z|)),  δ = ŷ − y
 *
 * The second line is the same number without the logarithm of a rounded 0; PyTorch's BCEWithLogitsLoss uses it too.
 */
import { isCorrect } from "../../math/correct.ts";
import { exp, log1p, sigmoid } from "../../math/elementary.ts";
import { type Head, WIDTH } from "../head.ts";

/** |ŷ − ½|·2. */
const confidence = (p: number): number => Math.abs(p - 0.5) * 2;

/** Room for a block of samples. */
const room = new Float64Array(WIDTH);

export const sigmoidCrossEntropy: Head = {
  targets: "binary",
  classifies: true,
  activation: "sigmoid",
  loss: "crossEntropy",
  bounded: true,
  confidenceOf: ({ 0: p }) => confidence(p!),
  outputsOf: (z) => z.map(sigmoid),
  lossOf({ 0: z }, _, { 0: y }) {
    return positive(z!) - z! * y! + log1p(exp(-Math.abs(z!)));
  },
  deltaOf: ({ 0: p }, { 0: y }) => Float64Array.of(p! - y!),
  addLosses(sum, logits, n, from, { 0: labels }) {
    // Short loops: the compiler puts the functions into them, and the processor works at several samples at once.
    for (let s = 0; s < n; s++) room[s] = exp(-Math.abs(logits[s]!));
    for (let s = 0; s < n; s++) room[s] = log1p(room[s]!);
    let total = sum;
    for (let s = 0; s < n; s++) {
      const z = logits[s]!;
      total += positive(z) - z * labels![from + s]! + room[s]!;
    }
    return total;
  },
  outputs(z, n, from, { 0: out }) {
    for (let s = 0; s < n; s++) out![from + s] = sigmoid(z[s]!);
  },
  score(logits, n, from, targets, outputs, tally) {
    const labels = targets[0]!;
    const out = outputs[0]!;
    tally.loss = sigmoidCrossEntropy.addLosses(tally.loss, logits, n, from, targets);
    let { correct, leastConfidence } = tally;
    for (let s = 0; s < n; s++) {
      const p = sigmoid(logits[s]!);
      const sure = confidence(p);
      out[from + s] = p;
      if (isCorrect(p, labels[from + s]!)) correct += 1;
      if (!(sure >= leastConfidence)) leastConfidence = sure;
    }
    tally.correct = correct;
    tally.leastConfidence = leastConfidence;
  },
  delta(n, from, { 0: labels }, { 0: out }, delta) {
    for (let s = 0; s < n; s++) delta[s] = out![from + s]! - labels![from + s]!;
  },
};

/** max(z, 0), which keeps a NaN. */
function positive(z: number): number {
  return z > 0 ? z : z <= 0 ? 0 : z;
}
