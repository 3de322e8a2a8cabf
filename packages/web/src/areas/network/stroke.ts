/** How a weight and its gradient look as a line: width says |w|, dashes a negative sign, colour how the loss reacts. */

/** A weight of this size or more is drawn at full width. */
export const WIDEST = 10;
const MIN_WIDTH = 1;
const MAX_WIDTH = 6;
/** The gradient's scale is logarithmic from here to 1, fixed for good: small gradients are grey, never invisible. */
const GRADIENT_FLOOR = 1e-6;

/** Line width in pixels, 1 … 6, growing with the root of |w|. */
export function strokeWidth(w: number): number {
  return MIN_WIDTH + (MAX_WIDTH - MIN_WIDTH) * Math.sqrt(Math.min(1, Math.abs(w) / WIDEST));
}

/** Dashes for a negative weight, a full line otherwise. */
export function strokeDash(w: number): string {
  if (!(w < 0)) return "none";
  const width = strokeWidth(w);
  return `${(1.6 * width + 3).toFixed(1)} ${(0.7 * width + 2.5).toFixed(1)}`;
}

/** The gradient's place on its logarithmic scale: 0 for 10⁻⁶ and less, 1 for 1 and more. */
export function gradientFraction(g: number): number {
  const size = Math.abs(g);
  if (!(size > GRADIENT_FLOOR)) return 0;
  return Math.min(1, 1 - Math.log10(size) / Math.log10(GRADIENT_FLOOR));
}

/** The entry of a list of colours at a place 0 … 1. */
export function pick(colours: readonly string[], fraction: number): string {
  return colours[Math.round(fraction * (colours.length - 1))]!;
}
