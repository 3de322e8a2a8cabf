/** Three neurons as axes, seen from any side in a parallel projection. */

/** Three activations. */
export type Space = readonly [number, number, number];

/** From where space is seen, in degrees: around the third axis, and above the plane of the first two. */
export interface Turn {
  readonly around: number;
  readonly above: number;
}

/** Where places in space appear: to the right and up, in the same unit as the axes. */
export type Projection = (place: Space) => readonly [right: number, up: number];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The projection along the line of sight. Lengths across it stay as they are. */
export function projectionOf({ around, above }: Turn): Projection {
  const [sinAround, cosAround] = [Math.sin(radians(around)), Math.cos(radians(around))];
  const [sinAbove, cosAbove] = [Math.sin(radians(above)), Math.cos(radians(above))];
  return ([x, y, z]) => [
    cosAround * x + sinAround * y,
    sinAbove * (cosAround * y - sinAround * x) + cosAbove * z,
  ];
}

/** The turn after a drag or a key, in degrees. Around goes on without end; above stops over and under the axes. */
export function turnedBy({ around, above }: Turn, right: number, up: number): Turn {
  return {
    around: (((around + right) % 360) + 360) % 360,
    above: Math.min(90, Math.max(-90, above + up)),
  };
}

/** A box along the axes. */
export interface Box {
  readonly low: Space;
  readonly high: Space;
}

/** The smallest box around places and the origin. */
export function boxOf(places: readonly Space[]): Box {
  const most = (pick: (...values: number[]) => number): Space => {
    const along = (axis: 0 | 1 | 2): number => places.reduce((so, place) => pick(so, place[axis]), 0);
    return [along(0), along(1), along(2)];
  };
  return { low: most(Math.min), high: most(Math.max) };
}

/** The corners of a plane w·place + b = 0 within a box, in order around it; none if they don't meet. */
export function planeIn({ low, high }: Box, w: Space, b: number): readonly Space[] {
  const corner = (bits: number): Space => [
    bits & 1 ? high[0] : low[0],
    bits & 2 ? high[1] : low[1],
    bits & 4 ? high[2] : low[2],
  ];
  const sumAt = (place: Space): number => place.reduce((sum, v, i) => sum + w[i]! * v, b);
  const met: Space[] = [];
  for (let from = 0; from < 8; from++) {
    for (const bit of [1, 2, 4]) {
      if (from & bit) continue;
      const [one, other] = [corner(from), corner(from | bit)];
      const [sumOne, sumOther] = [sumAt(one), sumAt(other)];
      if (sumOne < 0 === sumOther < 0) continue;
      const share = sumOne / (sumOne - sumOther);
      const between = (i: 0 | 1 | 2): number => one[i] + share * (other[i] - one[i]);
      met.push([between(0), between(1), between(2)]);
    }
  }
  return inOrder(met, w);
}

/** Corners of a convex polygon in order, seen along the normal of its plane. */
function inOrder(corners: readonly Space[], normal: Space): readonly Space[] {
  if (corners.length < 3) return [];
  const middle = [0, 1, 2].map((i) => corners.reduce((sum, place) => sum + place[i]!, 0) / corners.length);
  // Two directions within the plane: the axis least along the normal, made orthogonal to it, and their cross product.
  const size = Math.hypot(...normal);
  const n = normal.map((v) => v / size);
  const axis = n.reduce((least, v, i) => (Math.abs(v) < Math.abs(n[least]!) ? i : least), 0);
  const first = n.map((v, i) => (i === axis ? 1 : 0) - v * n[axis]!);
  const second = [
    n[1]! * first[2]! - n[2]! * first[1]!,
    n[2]! * first[0]! - n[0]! * first[2]!,
    n[0]! * first[1]! - n[1]! * first[0]!,
  ];
  const dot = (place: Space, direction: readonly number[]): number =>
    direction.reduce((sum, d, i) => sum + d * (place[i]! - middle[i]!), 0);
  const angle = (place: Space): number => Math.atan2(dot(place, second), dot(place, first));
  return corners.toSorted((one, other) => angle(one) - angle(other));
}
