/** Numbers with a limited number of significant digits: what printing them leaves open. */
import { exactly, type Interval, widened } from "../math/interval.ts";

/** The power of ten of a number's first digit: −2 for 0.031. */
const exponentOf = (value: number): number => Number(value.toExponential().split("e")[1]);

/** Half a unit in the last of a number's significant digits: 0.00005 for 0.1234 and 4 digits. */
export function halfUnit(value: number, digits: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(`5e${exponentOf(value) - digits}`);
}

/** A number rounded to significant digits. */
export const toDigits = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** The most significant digits with which a stated number is printed exactly. */
const EXACT = 8;
/** The digits of a longer stated number, beyond those of the answers. */
const MORE = 2;

/** A stated number as it's printed: in full if it's short, otherwise with two digits more than the answers have. */
export const statedNumber = (value: number, digits: number): number =>
  toDigits(value, EXACT) === value ? value : toDigits(value, digits + MORE);

/** What a stated number may be for somebody who reads it. */
export function statedRange(value: number, digits: number): Interval {
  const printed = statedNumber(value, digits);
  return printed === value ? exactly(value) : widened(exactly(printed), halfUnit(printed, digits + MORE));
}
