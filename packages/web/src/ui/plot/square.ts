/** The square that every picture of the inputs shows: both from 0 to 1. */

interface Coordinates {
  readonly x1: number;
  readonly x2: number;
}

const inside = (value: number): boolean => value >= 0 && value <= 1;

/** Whether a point is in the square, border included. */
export function inSquare({ x1, x2 }: Coordinates): boolean {
  return inside(x1) && inside(x2);
}

/** How many points are outside the square. */
export function countOutside(points: { readonly x1: Float64Array; readonly x2: Float64Array }): number {
  return points.x1.reduce((count, x1, s) => (inSquare({ x1, x2: points.x2[s]! }) ? count : count + 1), 0);
}
