/** Doubles as what they are: whole numbers times a power of two, so that sums and products of them can be exact. */

const WORD = new DataView(new ArrayBuffer(8));
/** The bits of a double's mantissa, and the exponent of the smallest double. */
const MANTISSA = 52n;
const LEAST = -1074;

/**
 * Finite numbers as whole numbers: each is multiplied by the same power of two, the smallest that makes all of them
 * whole.
 *
 * @throws RangeError when a number is not finite
 */
export function wholeNumbers(values: readonly number[]): bigint[] {
  const parts = values.map(partsOf);
  const least = parts.reduce(
    (low, { exponent, mantissa }) => (mantissa === 0n ? low : Math.min(low, exponent)),
    1024,
  );
  return parts.map(({ mantissa, exponent }) => (mantissa === 0n ? 0n : mantissa << BigInt(exponent - least)));
}

/** The value is mantissa · 2^exponent; the mantissa is odd or 0. */
function partsOf(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not finite; only finite numbers are exact.`);
  WORD.setFloat64(0, value);
  const bits = WORD.getBigUint64(0);
  const biased = Number((bits >> MANTISSA) & 0x7ffn);
  const fraction = bits & ((1n << MANTISSA) - 1n);
  let mantissa = biased === 0 ? fraction : fraction | (1n << MANTISSA);
  let exponent = LEAST + Math.max(0, biased - 1);
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent };
}
