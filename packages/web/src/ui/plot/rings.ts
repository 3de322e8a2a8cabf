/** Growth rings: the closed contours of earlier epochs. */
import type { Line } from "./contour.ts";

export interface GrownRing {
  readonly epoch: number;
  readonly lines: readonly Line[];
}

/** The epoch of the ring nearest to a point of the unit square, if it is within `reach`. */
export function ringAt(
  rings: readonly GrownRing[],
  { x1, x2 }: { readonly x1: number; readonly x2: number },
  reach: number,
): number | undefined {
  let best: { epoch: number; distance: number } | undefined;
  for (const { epoch, lines } of rings) {
    for (const { points } of lines) {
      for (let i = 1; i < points.length; i++) {
        const distance = toSegment(x1, 1 - x2, points[i - 1]!, points[i]!);
        if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { epoch, distance };
      }
    }
  }
  return best?.epoch;
}

type Point = readonly [x: number, y: number];

/** The distance of a point from a line segment. */
function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
