/** Contour lines in the unit square: where ŷ = ½ (the decision boundary), or where the loss has a given value. */
import { isTie } from "@neural-viz/engine";
import { contours } from "d3-contour";

export interface Line {
  /** Points x, y of the picture from 0 (left, top) to 1 (right, bottom). */
  readonly points: readonly (readonly [number, number])[];
  /** Whether the line returns to its start without touching the frame. */
  readonly closed: boolean;
}

/**
 * The lines on which a size × size field of probabilities crosses ½. A tie counts as ½, even if rounding put it to
 * one side.
 */
export function halfLines(field: Float64Array, size: number): Line[] {
  return levelLines(
    field.map((p) => (isTie(p) ? 0.5 : p)),
    size,
    0.5,
  );
}

/**
 * The lines on which a size × size field of cells crosses a level.
 *
 * d3-contour closes every area along the frame. Those pieces are no boundary, so they are cut away, and the loose
 * ends, which stop at the centers of the outermost cells, are extended straight to the frame.
 */
export function levelLines(field: Float64Array, size: number, level: number): Line[] {
  const [area] = contours().size([size, size]).thresholds([level])(field as unknown as number[]);
  return (area?.coordinates ?? []).flat().flatMap((ring) => cut(ring as [number, number][], size));
}

function cut(ring: readonly [number, number][], size: number): Line[] {
  const open = ring.slice(0, -1); // the last point repeats the first
  const unit = ([x, y]: readonly [number, number]) => [x / size, y / size] as const;
  const start = open.findIndex((point) => isCorner(point, size));
  if (start === -1) return [{ points: [...open, open[0]!].map(unit), closed: true }];
  const lines: Line[] = [];
  let line: [number, number][] = [];
  const flush = (): void => {
    if (line.length > 1) lines.push({ points: toFrame(line, size).map(unit), closed: false });
    line = [];
  };
  for (let i = 1; i <= open.length; i++) {
    const point = open[(start + i) % open.length]!;
    if (isCorner(point, size)) flush();
    else line.push(point);
  }
  return lines;
}

/** Whether d3-contour put the point on the outermost edge, beyond all centers. */
function isCorner([x, y]: readonly [number, number], size: number): boolean {
  return x < 0.5 || y < 0.5 || x > size - 0.5 || y > size - 0.5;
}

/**
 * Two points closer than this, in cells, are too close to give a direction. A line through a cell's center has such
 * points.
 */
const TOO_NEAR = 1e-6;

/** Extends both ends of a line in their own directions to the frame. */
function toFrame(line: readonly [number, number][], size: number): [number, number][] {
  const extend = (inwards: readonly [number, number][]): [number, number] => {
    const end = inwards[0]!;
    const from = inwards.find(([x, y]) => Math.hypot(x - end[0], y - end[1]) > TOO_NEAR) ?? end;
    const [dx, dy] = [end[0] - from[0], end[1] - from[1]];
    const reach = (at: number, d: number): number => (d > 0 ? (size - at) / d : d < 0 ? -at / d : Infinity);
    const share = Math.min(reach(end[0], dx), reach(end[1], dy));
    return Number.isFinite(share) ? [end[0] + dx * share, end[1] + dy * share] : end;
  };
  return [extend(line), ...line, extend(line.toReversed())];
}

/** SVG path data in a square of the given side, to a tenth of a unit. */
export function pathOf(lines: readonly Line[], side: number): string {
  return lines
    .map(
      ({ points }) =>
        `M${points.map(([x, y]) => `${(x * side).toFixed(1)} ${(y * side).toFixed(1)}`).join("L")}`,
    )
    .join("");
}
