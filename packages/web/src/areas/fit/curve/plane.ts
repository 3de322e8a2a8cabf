/** Where things are in the picture of a network with one input: x to the right, outputs upward. */
import { columnCenter, type Samples } from "@neural-viz/engine";
import { lineThrough, type Point } from "../../../ui/plot/line.ts";
import { type Scale, scaleOf } from "../../../ui/plot/scale.ts";

export interface CurvePlane {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Pixels of 1 along the y axis. */
  readonly unit: number;
}

/** How far the values' axis reaches beyond the targets, as a share of their range. */
const BEYOND = 0.3;

/** Outputs that the axis shows: those of probabilities, or the range of the targets and a little more. */
export function rangeOf(samples: Samples, output: number): readonly [number, number] {
  if (samples.kind === "binary") return [-0.08, 1.08];
  if (samples.kind === "classes") return [-0.06 - 0.06 * samples.targets.length, 1.08];
  const column = samples.targets[output]!.filter(Number.isFinite);
  const low = column.reduce((least, value) => Math.min(least, value), Infinity);
  const high = column.reduce((most, value) => Math.max(most, value), -Infinity);
  const span = high > low ? high - low : 1;
  return [low - BEYOND * span, high + BEYOND * span];
}

export function planeOf(
  domain: readonly [number, number],
  range: readonly [number, number],
  edges: Pick<CurvePlane, "left" | "right" | "top" | "bottom">,
): CurvePlane {
  const x = scaleOf("linear", domain, [edges.left, edges.right]);
  const y = withinReach(scaleOf("linear", range, [edges.bottom, edges.top]));
  return { x, y, ...edges, unit: (edges.bottom - edges.top) / (range[1] - range[0]) };
}

/** What lies farther away than this, in pixels, is drawn there: SVG can't draw at 10¹⁵⁰. */
const FARTHEST = 1e5;

function withinReach(scale: Scale): Scale {
  const position = (value: number): number => {
    const at = scale(value);
    return Number.isNaN(at) ? FARTHEST : Math.max(-FARTHEST, Math.min(FARTHEST, at));
  };
  return Object.assign(position, scale);
}

/** Path data of a curve through the centers of its cells, level in the outer halves of the first and last cell. */
export function curveThrough({ x, y, left, right }: CurvePlane, values: ArrayLike<number>): string {
  const n = values.length;
  const [low, high] = x.domain;
  const points = Array.from({ length: n }, (_, i): Point => [
    x(low + columnCenter(i, n) * (high - low)),
    y(values[i]!),
  ]);
  return lineThrough([[left, points[0]![1]], ...points, [right, points[n - 1]![1]]]);
}

/** The height of the row of a class's points, below the axis of probabilities. */
export function rowOfClass({ y }: CurvePlane, label: number): number {
  return y(-0.06 - 0.06 * (label + 0.5));
}

/** The places, as shares of the way across, where a list of values changes its sign. */
export function crossings(values: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const [a, b] = [values[i - 1]!, values[i]!];
    if (a > 0 === b > 0 || a === b) continue;
    found.push(columnCenter(i - 1, values.length) + a / (a - b) / values.length);
  }
  return found;
}
