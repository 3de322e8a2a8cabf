/** The values that a plane of points with values covers. */
import type { Interval } from "../../ui/plot/scale.ts";

/** How far a fresh plane reaches beyond the values, as a share of their range. */
const BEYOND = 0.3;
/** Values this close to the edge, as a share of the plane, ask for a larger one. */
const EDGE = 0.05;
/** The plane shrinks when a fresh one would be this many times smaller. */
const SHRINKS = 3;

/**
 * The plane for these values: the one before if they still fit it well, so that a point stays where it was put, or else a
 * fresh one.
 */
export function rangeFor(values: ArrayLike<number>, before?: Interval): Interval {
  const all = Array.from(values);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = high > low ? high - low : 1;
  const fresh = [low - BEYOND * span, high + BEYOND * span] as const;
  if (before === undefined) return fresh;
  const length = before[1] - before[0];
  const inside = low >= before[0] + EDGE * length && high <= before[1] - EDGE * length;
  return inside && length <= SHRINKS * (fresh[1] - fresh[0]) ? before : fresh;
}
