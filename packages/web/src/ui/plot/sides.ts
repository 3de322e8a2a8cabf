/** A line with ticks on one of its sides, like a cliff on a map. */
import { levelLines } from "./contour.ts";

interface Ticks {
  /** The side of the square, in pixels. */
  readonly side: number;
  /** Between two ticks, and before the first; and how long they are. */
  readonly gap: number;
  readonly length: number;
}

/**
 * Where a size × size field is 0, with ticks to where sign · field is positive: SVG path data. `ends` are the points of
 * the lines, in the unit square.
 */
export function lineWithTicks(
  field: ArrayLike<number>,
  size: number,
  sign: number,
  { side, gap, length }: Ticks,
): { readonly d: string; readonly points: readonly (readonly [number, number])[] } {
  const lines = levelLines(Float64Array.from(field), size, 0);
  const parts: string[] = [];
  for (const { points } of lines) {
    parts.push(`M${points.map(([x, y]) => `${(x * side).toFixed(1)} ${(y * side).toFixed(1)}`).join("L")}`);
    let due = gap / 2;
    for (let i = 1; i < points.length; i++) {
      const [ax, ay] = [points[i - 1]![0] * side, points[i - 1]![1] * side];
      const [dx, dy] = [points[i]![0] * side - ax, points[i]![1] * side - ay];
      const span = Math.hypot(dx, dy);
      if (span === 0) continue;
      let [nx, ny] = [-dy / span, dx / span];
      const [mx, my] = [(ax + dx / 2) / side, (ay + dy / 2) / side];
      const step = 1.5 / size;
      const towards = valueAt(field, size, mx + nx * step, my + ny * step);
      const away = valueAt(field, size, mx - nx * step, my - ny * step);
      if (sign * (towards - away) < 0) [nx, ny] = [-nx, -ny];
      for (; due < span; due += gap) {
        const [x, y] = [ax + (dx * due) / span, ay + (dy * due) / span];
        parts.push(
          `M${x.toFixed(1)} ${y.toFixed(1)}l${(nx * length).toFixed(1)} ${(ny * length).toFixed(1)}`,
        );
      }
      due -= span;
    }
  }
  return { d: parts.join(""), points: lines.flatMap((line) => line.points) };
}

/** The value of the cell at a place of the unit square. */
function valueAt(field: ArrayLike<number>, size: number, x: number, y: number): number {
  const cell = (share: number): number => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  return field[cell(y) * size + cell(x)]!;
}
