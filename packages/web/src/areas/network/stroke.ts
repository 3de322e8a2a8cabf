/**
 * How a weight and its gradient look as a line: the width shows |w|, dashes a negative sign, the color the gradient.
 */

/** A weight of this size or more has the full width. */
export const WIDEST = 10;
const MIN_WIDTH = 1;
const MAX_WIDTH = 6;
/** The gradient's scale is logarithmic from here to 1 and never changes. Small gradients are gray, not invisible. */
const GRADIENT_FLOOR = 1e-6;

/** Line width in pixels, 1 … 6, growing with the square root of |w|. */
export function strokeWidth(w: number): number {
  return MIN_WIDTH + (MAX_WIDTH - MIN_WIDTH) * Math.sqrt(Math.min(1, Math.abs(w) / WIDEST));
}

/** Dashed for a negative weight, solid otherwise. */
export function strokeDash(w: number): string {
  if (!(w < 0)) return "none";
  const width = strokeWidth(w);
  return `${(1.6 * width + 3).toFixed(1)} ${(0.7 * width + 2.5).toFixed(1)}`;
}

/** How far along its logarithmic scale a gradient is: 0 for 10⁻⁶ and less, 1 for 1 and more. */
export function gradientFraction(g: number): number {
  const size = Math.abs(g);
  if (!(size > GRADIENT_FLOOR)) return 0;
  return Math.min(1, 1 - Math.log10(size) / Math.log10(GRADIENT_FLOOR));
}
