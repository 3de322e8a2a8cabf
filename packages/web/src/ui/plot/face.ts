/** A neuron's face: its output over the plane of the inputs, in color. */
import type { Palette } from "./color.ts";
import { classIndex, fieldIndex, paintCells, signed } from "./color.ts";
import { cellColors, type Shown, valueIndex } from "./field.ts";

/** How much of the diverging ramp a face may use. */
const STRENGTH = 0.5;

/** A hidden neuron's or a feature's value in every cell. What goes beyond −1 … 1 is scaled to its largest value. */
export function paintMap(
  canvas: HTMLCanvasElement,
  size: number,
  map: Float32Array | Float64Array,
  palette: Palette,
): void {
  const largest = Math.max(1, sizeOf(map));
  paintCells(canvas, size, palette.diverging, (cell) => signed((STRENGTH * map[cell]!) / largest));
}

/** The largest size of any of these numbers. */
function sizeOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

/** An output's map: the decision boundary, the probability of one class, or a value. */
export function paintOutput(
  canvas: HTMLCanvasElement,
  size: number,
  outputs: readonly Float64Array[],
  shown: Shown,
  palette: Palette,
): void {
  const values = outputs[shown.output]!;
  const { colors, indexOf } =
    shown.kind === "classes"
      ? { colors: palette.classes, indexOf: (cell: number) => classIndex(shown.output, values[cell]!) }
      : cellColors(shown, outputs, palette);
  paintCells(canvas, size, colors, indexOf);
}

/** A single color: the value at the selected point. */
export function paintValue(
  canvas: HTMLCanvasElement,
  value: number,
  shown: Shown | undefined,
  palette: Palette,
): void {
  const colors = shown?.kind === "classes" ? palette.classes : palette.diverging;
  paintCells(canvas, 1, colors, () => indexOfValue(value, shown));
}

function indexOfValue(value: number, shown: Shown | undefined): number {
  switch (shown?.kind) {
    case "binary":
      return fieldIndex(value);
    case "classes":
      return classIndex(shown.output, value);
    case "values":
      return valueIndex(value, shown.scale);
    case undefined:
      return signed(STRENGTH * Math.max(-1, Math.min(1, value)));
  }
}
