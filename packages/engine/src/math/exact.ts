/** Doubles as whole numbers times a power of two, so that their sums and products can be exact. */

const WORD = new DataView(new ArrayBuffer(8));
/** The bits of a double's mantissa, and the exponent of the smallest double. */
const MANTISSA = 52n;
const LEAST = -1074;

/**
 * Multiplies all values by the same power of two, the smallest that makes every one of them a whole number.
 *
 * @throws RangeError if a value is not finite
 */
export function wholeNumbers(values: readonly number[]): bigint[] {
  const parts = values.map(partsOf);
  const least = parts.reduce(
    (low, { exponent, mantissa }) => (mantissa === 0n ? low : Math.min(low, exponent)),
    1024,
  );
  return parts.map(({ mantissa, exponent }) => (mantissa === 0n ? 0n : mantissa << BigInt(exponent - least)));
}

/** Writes a value as mantissa · 2^exponent, with an odd mantissa or 0. */
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
