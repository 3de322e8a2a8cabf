/** What rounding alone can make of a number, and rounding to a number of digits. */
import { powerInt } from "./power.ts";

/** The spacing of doubles at 1. */
const ULP = 2 ** -52;
/** Each term already carries a rounding error of up to about this many ulps before it is added. */
const EACH = 8;

/**
 * Whether rounding error alone explains a mean: whether its exact value could be 0. Adding n terms rounds n times, each
 * time by at most half an ulp of the sum so far.
 */
export function isRounding(mean: number, terms: ArrayLike<number> & Iterable<number>): boolean {
  let size = 0;
  for (const term of terms) size += Math.abs(term);
  return Math.abs(mean) <= (terms.length + EACH) * ULP * (size / terms.length);
}

/**
 * Whether a probability equals ½ up to rounding error. The sigmoid may be wrong by two units in the last place, so the
 * side of ½ means nothing then.
 */
export function isTie(probability: number): boolean {
  return Math.abs(probability - 0.5) <= ULP;
}

/** Numbers rounded to `decimals` digits after the point, halves away from 0; if it's undefined, they stay as they are. */
export function roundedTo(values: Float64Array, decimals: number | undefined): Float64Array {
  if (decimals === undefined) return values;
  const power = powerInt(10, decimals);
  return values.map((value) => (Math.sign(value) * Math.round(Math.abs(value) * power)) / power || 0);
}
