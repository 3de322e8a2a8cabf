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

/** How many points are outside the square, from a column for each input. */
export function countOutside([x1s, x2s]: readonly Float64Array[]): number {
  return x1s!.reduce((count, x1, s) => (inSquare({ x1, x2: x2s![s]! }) ? count : count + 1), 0);
}
