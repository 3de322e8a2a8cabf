/** base^exponent by repeated multiplication, so that every place that computes it gets the same bits. */
export function powerInt(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}
