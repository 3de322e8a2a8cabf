/** Where a loss may lie, by the head's own formula or by −ln p, given what rounding can have done. */
import { firstLargest } from "../math/classes.ts";
import { ln } from "../math/elementary.ts";
import type { Head } from "../nn/head.ts";
import { type Bounded, type Bounds, evaluateBounded, sumError } from "./bounded.ts";
import type { Precision } from "./dtype.ts";
import type { ForwardBounds } from "./forward.ts";

/** Numbers from low to high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How −ln p may be kept from the logarithm of 0: limits of p, an ε that is added to p, a lower limit of ln p. */
interface Guard {
  readonly low?: number;
  readonly high?: number;
  readonly add?: number;
  readonly least?: number;
}

const SMALL = [
  1e-5,
  1e-6,
  1e-7,
  2 ** -23,
  1e-8,
  1e-9,
  1e-10,
  1e-11,
  1e-12,
  1e-13,
  1e-14,
  1e-15,
  2 ** -52,
  1e-16,
];
const guards: readonly Guard[] = [
  {},
  { least: -100 },
  ...SMALL.flatMap((small) => [{ low: small }, { low: small, high: 1 - small }, { add: small }]),
];

/**
 * Where the mean of ℓ over the samples may lie. The first interval is that of the stable formula; for cross-entropy the
 * others are those of −ln p, clipped or not, each with its own bound.
 */
export function* lossIntervals(
  head: Head,
  samples: readonly ForwardBounds[],
  precision: Precision,
): Generator<Interval> {
  yield meanOf(
    samples.map((sample) => aroundLoss(head, sample, precision)),
    precision,
  );
  if (head.loss !== "crossEntropy") return;
  for (const guard of guards) {
    yield meanOf(
      samples.map((sample) => byLogarithm(sample, guard, precision)),
      precision,
    );
  }
}

function meanOf(terms: readonly Interval[], precision: Precision): Interval {
  const n = terms.length;
  let low = 0;
  let high = 0;
  for (const term of terms) {
    low += term.low;
    high += term.high;
  }
  const error = sumError(precision, n, Math.max(Math.abs(low), Math.abs(high)));
  return { low: (low - error) / n, high: (high + error) / n };
}

/** ℓ of a sample by the head's own formula. */
function aroundLoss(head: Head, { z, a, targets }: ForwardBounds, precision: Precision): Interval {
  const logits = z.at(-1)!;
  const outputs = a.at(-1)!;
  const loss = head.lossOf(logits.values, outputs.values, targets);
  const error =
    head.loss === "crossEntropy"
      ? crossEntropyError(head, logits, outputs, targets, loss, precision)
      : squaredError(head, outputs, targets, loss, precision);
  return { low: loss - error, high: loss + error };
}

function crossEntropyError(
  head: Head,
  logits: Bounds,
  outputs: Bounds,
  targets: Float64Array,
  loss: number,
  { unit, tiny }: Precision,
): number {
  const delta = head.deltaOf(outputs.values, targets);
  let error = tiny;
  let size = loss + 1;
  for (let j = 0; j < delta.length; j++) {
    const e = logits.errors[j]!;
    error += (Math.abs(delta[j]!) + e) * e;
    size += Math.abs(logits.values[j]!);
  }
  return error + 8 * unit * size;
}

function squaredError(
  { loss: name }: Head,
  outputs: Bounds,
  targets: Float64Array,
  loss: number,
  precision: Precision,
): number {
  const m = targets.length;
  let error = 0;
  for (let j = 0; j < m; j++) {
    const difference: Bounded = {
      value: outputs.values[j]! - targets[j]!,
      error: outputs.errors[j]! + 2 * precision.unit * (Math.abs(outputs.values[j]!) + Math.abs(targets[j]!)),
    };
    error += evaluateBounded(["*", "d", "d"], () => difference, precision).error;
  }
  return (name === "mse" ? error / m : error / 2) + sumError(precision, m, loss);
}

/** ℓ = −ln p of the right class. */
function byLogarithm(
  { a, targets }: ForwardBounds,
  { low: lowest = 0, high: highest = 1, add = 0, least }: Guard,
  { unit }: Precision,
): Interval {
  const outputs = a.at(-1)!;
  const c = firstLargest(targets);
  const own = targets[c] === 1;
  const p = own ? outputs.values[c]! : 1 - outputs.values[c]!;
  const error = outputs.errors[c]! + 2 * unit * (own ? p : 1);
  const limited = (value: number): number => Math.min(Math.max(value, lowest), highest) + add;
  // 1 − p of a limited p isn't limited itself: 1 − (1 − ε) is ε with the rounding of 1 − ε.
  const cancelled = own ? 0 : unit / 2;
  const loss = (value: number): number => {
    const log = value > 0 ? ln(value) : -Infinity;
    return -(least === undefined ? log : Math.max(log, least));
  };
  const low = loss(Math.min(1 + add, limited(p + error) + cancelled));
  const high = loss(limited(p - error) - cancelled);
  const rounding = 4 * unit * (1 + Math.abs(low)); // of p + ε and of the logarithm
  return { low: low - rounding, high: high + rounding };
}
