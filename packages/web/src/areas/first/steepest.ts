/** The parameter along which the loss changes fastest, by its place in the parameter vector. */
export function steepestOf(gradient: Float64Array): number {
  return gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best]!) ? i : best), 0);
}
