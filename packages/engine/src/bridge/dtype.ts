/** The floating-point format that a loop computed in. */

/** float64 or float32. */
export type Dtype = "float64" | "float32";

/** What rounding does in a format. */
export interface Precision {
  /** The unit roundoff: half the spacing of numbers at 1. */
  readonly unit: number;
  /** The smallest normal number. What is smaller may have been rounded to 0. */
  readonly tiny: number;
  /** The largest number. */
  readonly max: number;
}

/** The formats. */
export const precisions: Readonly<Record<Dtype, Precision>> = {
  float64: { unit: 2 ** -53, tiny: 2 ** -1022, max: Number.MAX_VALUE },
  float32: { unit: 2 ** -24, tiny: 2 ** -126, max: (2 - 2 ** -23) * 2 ** 127 },
};

/** Rounds numbers to a format: "0.1" in a float32 recording is the float32 nearest to 0.1. */
export function rounder(dtype: Dtype): (values: Float64Array) => Float64Array {
  return dtype === "float32" ? (values) => values.map(Math.fround) : (values) => values;
}
