/** A base multiplied by itself a whole number of times, from 1: the same bits wherever it is written out. */
export function powerInt(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}
