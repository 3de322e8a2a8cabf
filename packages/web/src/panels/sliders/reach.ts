/** How far the sliders reach on both sides of 0. */

/** The shortest reach. */
const LEAST = 5;
/** The step of an arrow key is the reach divided by this. */
const STEPS = 500;

/** The smallest of 5, 10, 20, 50, 100 … that covers a parameter of this size. */
export function reachFor(largest: number): number {
  let reach = LEAST;
  for (let i = 0; reach < largest; i++) reach *= i % 3 === 2 ? 2.5 : 2;
  return reach;
}

/** A value some arrow keys further, at most at the end of the slider. */
export function moved(value: number, steps: number, reach: number): number {
  const next = value + (steps * reach) / STEPS;
  return Number(Math.max(-reach, Math.min(reach, next)).toPrecision(12));
}

export const stepOf = (reach: number): number => reach / STEPS;
