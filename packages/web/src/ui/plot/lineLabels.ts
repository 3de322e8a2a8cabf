/** Positions the labels of lines as on a map: on the line, away from points and from each other. */
import type { Line } from "./contour.ts";

export interface LineLabel {
  /** What the line stands for: an epoch, a loss. */
  readonly value: number;
  /** In the unit square. */
  readonly x: number;
  readonly y: number;
}

interface LabeledLine {
  readonly value: number;
  readonly lines: readonly Line[];
}

/** The least distance of a label from points, in sides of the square. Labels are twice as far from each other. */
const CLEAR = 0.045;

/**
 * At most `most` labels, for the last lines that have room for one. `points` are x, y in the unit square of the
 * picture.
 */
export function placeLabels(
  all: readonly LabeledLine[],
  points: readonly (readonly [number, number])[],
  most: number,
): LineLabel[] {
  const placed: LineLabel[] = [];
  for (const { value, lines } of all.toReversed()) {
    if (placed.length === most) break;
    let best: { x: number; y: number; room: number } | undefined;
    for (const [x, y] of lines.flatMap((line) => line.points.filter((_, i) => i % 3 === 0))) {
      if (Math.min(y, 1 - y) < 0.05 || Math.min(x, 1 - x) < 0.08) continue;
      const toPoints = nearest(x, y, points);
      const toLabels = nearest(
        x,
        y,
        placed.map((label) => [label.x, label.y] as const),
      );
      if (toPoints < CLEAR || toLabels < 2 * CLEAR) continue;
      const room = Math.min(toPoints, 2 * CLEAR) + Math.min(toLabels, 4 * CLEAR);
      if (best === undefined || room > best.room) best = { x, y, room };
    }
    if (best !== undefined) placed.push({ value, x: best.x, y: best.y });
  }
  return placed;
}

function nearest(x: number, y: number, points: readonly (readonly [number, number])[]): number {
  return points.reduce((least, [px, py]) => Math.min(least, Math.hypot(px - x, py - y)), 1);
}
