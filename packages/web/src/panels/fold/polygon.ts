/** Convex polygons of places along one axis or two. Along one, a polygon is its two ends. */

/** A place in a section of the inputs: one coordinate per axis. */
export type Place = readonly number[];
export type Segment = readonly [from: Place, to: Place];

interface Halves {
  readonly positive: readonly Place[];
  readonly negative: readonly Place[];
  /** Where the function is 0, if it has both signs. */
  readonly crossing: Segment | undefined;
}

/** The parts of a convex polygon on which an affine function has one sign, given its values at the corners. */
export function halvesOf(polygon: readonly Place[], values: readonly number[]): Halves {
  if (!values.some((value) => value > 0)) return { positive: [], negative: polygon, crossing: undefined };
  if (!values.some((value) => value < 0)) return { positive: polygon, negative: [], crossing: undefined };
  const positive: Place[] = [];
  const negative: Place[] = [];
  const crossings: Place[] = [];
  polygon.forEach((corner, i) => {
    const value = values[i]!;
    if (value >= 0) positive.push(corner);
    if (value <= 0) negative.push(corner);
    if (value === 0) crossings.push(corner);
    const after = (i + 1) % polygon.length;
    if (corner.length === 1 && after === 0) return;
    const next = values[after]!;
    if (value * next >= 0) return;
    const share = value / (value - next);
    const crossing = corner.map((x, axis) => x + share * (polygon[after]![axis]! - x));
    positive.push(crossing);
    negative.push(crossing);
    crossings.push(crossing);
  });
  return { positive, negative, crossing: [crossings[0]!, crossings.at(-1)!] };
}

/** The part of a segment inside a convex, counterclockwise polygon; undefined if there is none of any length. */
export function clip([from, to]: Segment, polygon: readonly Place[]): Segment | undefined {
  let [first, last] = [0, 1];
  for (const [i, corner] of polygon.entries()) {
    const next = polygon[(i + 1) % polygon.length]!;
    const a = leftOf(corner, next, from);
    const b = leftOf(corner, next, to);
    if (a < 0 && b < 0) return undefined;
    if (a < 0) first = Math.max(first, a / (a - b));
    else if (b < 0) last = Math.min(last, a / (a - b));
  }
  return first < last ? [between(from, to, first), between(from, to, last)] : undefined;
}

/** Whether a place is in a convex polygon, border included. */
export function contains(polygon: readonly Place[], at: Place): boolean {
  if (at.length === 1) return at[0]! >= polygon[0]![0]! && at[0]! <= polygon[1]![0]!;
  return polygon.every((corner, i) => leftOf(corner, polygon[(i + 1) % polygon.length]!, at) >= 0);
}

/** The mean of the corners, which is inside a convex polygon. */
export function middleOf(polygon: readonly Place[]): Place {
  return polygon[0]!.map(
    (_, axis) => polygon.reduce((sum, corner) => sum + corner[axis]!, 0) / polygon.length,
  );
}

export function between(from: Place, to: Place, share: number): Place {
  return share === 0 ? from : share === 1 ? to : from.map((x, axis) => x + share * (to[axis]! - x));
}

/** Positive if a place is to the left of the line from a to b. */
function leftOf(a: Place, b: Place, at: Place): number {
  return (b[0]! - a[0]!) * (at[1]! - a[1]!) - (at[0]! - a[0]!) * (b[1]! - a[1]!);
}
