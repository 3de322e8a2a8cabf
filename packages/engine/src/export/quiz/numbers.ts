/** The numbers of a quiz: an answer with a tolerance, which is what every LMS checks. */
import type { Interval } from "../../math/interval.ts";
import { toDigits } from "../../exercises/digits.ts";

/** An answer as it's printed, and how far from it an answer may be. */
export interface Tolerated {
  readonly value: number;
  readonly tolerance: number;
}

/** The digits of a tolerance. */
const TOLERANCE_DIGITS = 2;

/** The rounded answer, with a tolerance that reaches both ends of a range. */
export function tolerated(exact: number, { low, high }: Interval, digits: number): Tolerated {
  const value = toDigits(exact, digits);
  return { value, tolerance: roundedUp(Math.max(high - value, value - low)) };
}

/** A positive number rounded up to two digits. */
function roundedUp(value: number): number {
  const nearest = toDigits(value, TOLERANCE_DIGITS);
  if (nearest >= value) return nearest;
  const [, exponent] = nearest.toExponential().split("e");
  return toDigits(nearest + Number(`1e${Number(exponent) - TOLERANCE_DIGITS + 1}`), TOLERANCE_DIGITS);
}
