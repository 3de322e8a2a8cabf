/** The values of an axis that the pointer or the keys can select. */
import { clamp, type Interval, type Scale } from "./scale.ts";

export interface Stops {
  /** The stop nearest to a value. */
  readonly nearest: (value: number) => number;
  /** The next stop to the left (−1) or to the right (1). `fine` takes the smaller of two steps, if there are two. */
  readonly next: (value: number, by: -1 | 1, fine: boolean) => number;
}

/** The given values, in order. The nearest is the one that is drawn nearest. */
export function stopsAt(values: ArrayLike<number>, x: Scale): Stops {
  const all = Array.from(values);
  return {
    nearest: (value) => {
      const away = (other: number): number => Math.abs(x(other) - x(value));
      return all.reduce((best, other) => (away(other) < away(best) ? other : best));
    },
    next: (value, by) =>
      by < 0
        ? (all.findLast((other) => other < value) ?? all[0]!)
        : (all.find((other) => other > value) ?? all.at(-1)!),
  };
}

/** Whole numbers from 0 to `last`. About fifty coarse steps cross them all; fine steps skip none. */
export function wholeStops(last: number): Stops {
  const jump = Math.max(1, Math.round(last / 50));
  return {
    nearest: (value) => clamp(Math.round(value), [0, last]),
    next: (value, by, fine) => clamp(value + by * (fine ? 1 : jump), [0, last]),
  };
}

/** Every number of an interval, in eighty steps. */
export function anyStop(interval: Interval): Stops {
  const [low, high] = interval;
  return {
    nearest: (value) => clamp(value, interval),
    next: (value, by) => clamp(value + (by * (high - low)) / 80, interval),
  };
}
