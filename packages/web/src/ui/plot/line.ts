/** Lines as SVG path data, to a tenth of a pixel. */
import { line } from "d3-shape";
import type { Area } from "./area.ts";

/** A point of the picture, in pixels. */
export type Point = readonly [x: number, y: number];

const drawn = line<Point>()
  .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  .digits(1);

/** A line through points, with gaps at those that can't be drawn. */
export const lineThrough = (points: Iterable<Point>): string => drawn(points) ?? "";

/** From the top of the plot area to its bottom. */
export const upright = (x: number, { top, bottom }: Pick<Area, "top" | "bottom">): string =>
  `M${x} ${top}V${bottom}`;

/** From the left of the plot area to its right. */
export const level = (y: number, { left, right }: Pick<Area, "left" | "right">): string =>
  `M${left} ${y}H${right}`;
