/** Where points are in a picture of the inputs, which covers the domain of the data along one or two axes. */
import type { Domain, Picture } from "@neural-viz/engine";

/** A spot in a picture: the share of the way across and, with two axes, of the way up. */
export interface Spot {
  readonly x1: number;
  readonly x2: number;
}

type Interval = Domain[number];

const shareOf = ([low, high]: Interval, value: number): number =>
  low === 0 && high === 1 ? value : (value - low) / (high - low);

const valueAt = ([low, high]: Interval, share: number): number =>
  low === 0 && high === 1 ? share : low + (high - low) * share;

/** Where a point is. With one axis it's halfway up. */
export function spotOf({ domain, axes: [across, up] }: Picture, x: ArrayLike<number>): Spot {
  return {
    x1: shareOf(domain[across - 1]!, x[across - 1]!),
    x2: up === undefined ? 0.5 : shareOf(domain[up - 1]!, x[up - 1]!),
  };
}

/** The raw inputs at a spot. Those along no axis are as they are in the whole picture. */
export function inputsAt({ domain, axes: [across, up], through }: Picture, { x1, x2 }: Spot): number[] {
  return through.map((value, k) => {
    const interval = domain[k]!;
    if (k + 1 === across) return valueAt(interval, x1);
    return k + 1 === up ? valueAt(interval, x2) : value;
  });
}

const inside = (value: number): boolean => value >= 0 && value <= 1;

/** Whether a spot is in the picture, border included. */
export function inSquare({ x1, x2 }: Spot): boolean {
  return inside(x1) && inside(x2);
}

/** How many points are outside the domain, from a column for each input. */
export function countOutside(inputs: readonly Float64Array[], domain: Domain): number {
  const [first] = inputs;
  return first!.reduce((count, _, s) => {
    const within = domain.every(([low, high], k) => inputs[k]![s]! >= low && inputs[k]![s]! <= high);
    return within ? count : count + 1;
  }, 0);
}

/**
 * How far a point is from the plane that a picture shows, in units of the domain: 0 is in it. Pictures of one or two
 * inputs show everything.
 */
export function distanceFrom({ domain, axes, through }: Picture, x: ArrayLike<number>): number {
  let squares = 0;
  through.forEach((value, k) => {
    if ((axes as readonly number[]).includes(k + 1)) return;
    const [low, high] = domain[k]!;
    squares += ((x[k]! - value) / (high - low)) ** 2;
  });
  return Math.sqrt(squares);
}
