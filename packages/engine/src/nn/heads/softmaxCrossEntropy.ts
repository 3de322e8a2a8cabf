/**
 * Softmax and cross-entropy over K classes, from the logits z of the output units. With m = the largest z, of the first
 * class a that has it, and c the class of the sample:
 *
 *   S = Σ over j ≠ a of e^(zⱼ − m),  Z = 1 + S,  pⱼ = e^(zⱼ − m) / Z
 *   ℓ = −ln p_c = (m − z_c) + ln(1 + S),  δⱼ = pⱼ − [j = c]
 *
 * Subtracting m changes no p, and no e^ overflows; PyTorch's CrossEntropyLoss does the same.
 */
import { type Columns, firstLargest, largestOf } from "../../math/classes.ts";
import { exp, log1p } from "../../math/elementary.ts";
import { type Head, WIDTH } from "../head.ts";

/** The most classes there are. */
const MAX_CLASSES = 4;

/** The pieces of a softmax, as training computes them. */
export interface SoftmaxPieces {
  /** m, the largest z, and the first place that has it, from 0. */
  readonly max: number;
  readonly largest: number;
  /** e^(zⱼ − m) of each class. */
  readonly exponentials: Float64Array;
  /** Their sum without that of the largest, and Z = 1 + S. */
  readonly rest: number;
  readonly total: number;
}

/** The pieces of the softmax of z. */
export function softmaxPieces(z: Float64Array): SoftmaxPieces {
  const largest = firstLargest(z);
  const max = z[largest]!;
  const exponentials = z.map((value) => exp(value - max));
  let rest = 0;
  for (let j = 0; j < z.length; j++) if (j !== largest) rest += exponentials[j]!;
  return { max, largest, exponentials, rest, total: 1 + rest };
}

/** Room for one block, filled and used within one call: e^(zⱼ − m) of each class, the place of the largest z, m, and S. */
const exponentials = new Float64Array(MAX_CLASSES * WIDTH);
const largest = new Int32Array(WIDTH);
const max = new Float64Array(WIDTH);
const rest = new Float64Array(WIDTH);
/** z of each sample's class. */
const own = new Float64Array(WIDTH);

/** Fills the room for n samples. */
function fillRoom(z: Float64Array, n: number, classes: number): void {
  for (let s = 0; s < n; s++) {
    let a = 0;
    let m = z[s]!;
    for (let j = 1; j < classes; j++) {
      const value = z[j * n + s]!;
      if (value > m) {
        m = value;
        a = j;
      }
    }
    largest[s] = a;
    max[s] = m;
  }
  for (let j = 0; j < classes; j++) {
    const row = j * n;
    for (let s = 0; s < n; s++) exponentials[row + s] = z[row + s]! - max[s]!;
  }
  for (let i = 0; i < classes * n; i++) exponentials[i] = exp(exponentials[i]!);
  rest.fill(0, 0, n);
  for (let j = 0; j < classes; j++) {
    const row = j * n;
    for (let s = 0; s < n; s++) if (largest[s] !== j) rest[s] = rest[s]! + exponentials[row + s]!;
  }
}

/** p of every class, from the room. */
function probabilities(n: number, from: number, out: Columns): void {
  for (let j = 0; j < out.length; j++) {
    const row = j * n;
    const column = out[j]!;
    for (let s = 0; s < n; s++) column[from + s] = exponentials[row + s]! / (1 + rest[s]!);
  }
}

/** sum + ℓ of each sample, from the room; S is no longer there afterwards. */
function addLosses(sum: number, z: Float64Array, n: number, from: number, targets: Columns): number {
  // Short loops: the compiler puts the functions into them.
  for (let s = 0; s < n; s++) rest[s] = log1p(rest[s]!);
  for (let j = 0; j < targets.length; j++) {
    const target = targets[j]!;
    const row = j * n;
    for (let s = 0; s < n; s++) if (target[from + s] === 1) own[s] = z[row + s]!;
  }
  let total = sum;
  for (let s = 0; s < n; s++) total += max[s]! - own[s]! + rest[s]!;
  return total;
}

/** (p_max − 1/K) / (1 − 1/K): 0 where all classes are equally likely, 1 where one is certain. */
function confidence(pMax: number, classes: number): number {
  return (pMax - 1 / classes) / (1 - 1 / classes);
}

export const softmaxCrossEntropy: Head = {
  targets: "classes",
  classifies: true,
  activation: "softmax",
  loss: "crossEntropy",
  bounded: true,
  confidenceOf: (outputs) => confidence(outputs[firstLargest(outputs)]!, outputs.length),
  outputsOf(z) {
    const { exponentials: e, total } = softmaxPieces(z);
    return e.map((value) => value / total);
  },
  lossOf(z, _, targets) {
    const pieces = softmaxPieces(z);
    return pieces.max - z[firstLargest(targets)]! + log1p(pieces.rest);
  },
  deltaOf: (outputs, targets) => outputs.map((p, j) => p - targets[j]!),
  addLosses(sum, z, n, from, targets) {
    fillRoom(z, n, targets.length);
    return addLosses(sum, z, n, from, targets);
  },
  outputs(z, n, from, out) {
    fillRoom(z, n, out.length);
    probabilities(n, from, out);
  },
  score(z, n, from, targets, out, tally) {
    fillRoom(z, n, out.length);
    probabilities(n, from, out);
    tally.loss = addLosses(tally.loss, z, n, from, targets);
    let { correct, leastConfidence } = tally;
    for (let s = from; s < from + n; s++) {
      const best = largestOf(out, s);
      const sure = confidence(out[best]![s]!, out.length);
      if (targets[best]![s] === 1) correct += 1;
      if (!(sure >= leastConfidence)) leastConfidence = sure;
    }
    tally.correct = correct;
    tally.leastConfidence = leastConfidence;
  },
  delta(n, from, targets, out, delta) {
    for (let j = 0; j < out.length; j++) {
      const row = j * n;
      const p = out[j]!;
      const y = targets[j]!;
      for (let s = 0; s < n; s++) delta[row + s] = p[from + s]! - y[from + s]!;
    }
  },
};
