/** A field as terraces: areas of one tint between levels that are evenly spaced, with their edges. */
import { contours } from "d3-contour";

/** Tints below zero and above it. */
export const TINTS = 5;

/** The area where a field is at least a level, as SVG path data in a square of the given side. */
export interface Terrace {
  readonly level: number;
  readonly d: string;
}

/** The step between levels for values up to this size: 1, 2, 4 or 5 times a power of ten, so that all have a tint. */
export function stepFor(largest: number): number {
  if (!(largest > 0 && largest < Infinity)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest / TINTS));
  return [1, 2, 4, 5, 10].map((m) => m * power).find((step) => step * TINTS >= largest)!;
}

/** The terraces of a size × size field. What is below the lowest level has none: it is the ground. */
export function terracesOf(field: Float64Array, size: number, step: number, side: number): Terrace[] {
  const wide = padded(field, size);
  const levels = Array.from({ length: 2 * TINTS - 1 }, (_, i) => (i - TINTS + 1) * step);
  return contours()
    .size([size + 2, size + 2])
    .thresholds(levels)(wide as unknown as number[])
    .map(({ value, coordinates }) => ({
      level: value,
      d: coordinates
        .flat()
        .map((ring) => `M${ring.map(([x, y]) => place(x!, y!, size, side)).join("L")}z`)
        .join(""),
    }))
    .filter(({ d }) => d !== "");
}

/** Half a cell lies outside on each side; what is drawn there is cut off. */
function place(x: number, y: number, size: number, side: number): string {
  const at = (v: number): string => (((v - 1) / size) * side).toFixed(1);
  return `${at(x)} ${at(y)}`;
}

/** The field with one more cell on each side, continued straight, so that its areas reach the frame. */
function padded(field: Float64Array, size: number): Float64Array {
  const wide = new Float64Array((size + 2) ** 2);
  const at = (row: number, column: number): number => field[row * size + column]!;
  const inside = (i: number): number => Math.max(0, Math.min(size - 1, i));
  for (let r = -1; r <= size; r++) {
    for (let c = -1; c <= size; c++) {
      const [row, column] = [inside(r), inside(c)];
      const value = at(row, column);
      const beyond = at(inside(row + (row - r)), inside(column + (column - c)));
      const outside = row !== r || column !== c;
      wide[(r + 1) * (size + 2) + c + 1] = outside && size > 1 ? 2 * value - beyond : value;
    }
  }
  return wide;
}

/** The tint between a level and the next one, from −TINTS to TINTS − 1. */
export function tintOf(level: number, step: number): number {
  return Math.max(-TINTS, Math.min(TINTS - 1, Math.round(level / step)));
}

/** The name of a tint's color. */
export function tintName(tint: number): string {
  return tint < 0 ? `var(--low-${-tint})` : `var(--high-${tint + 1})`;
}
