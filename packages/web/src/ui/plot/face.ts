/** A neuron's face: its map of the input square, in color. */
import { fieldIndex, type Palette, paintCells, signed } from "./color.ts";

/** How much of the diverging ramp a face may use. */
const STRENGTH = 0.5;

/** A hidden unit's output in every cell. ReLU has no upper bound, so its map is scaled to its largest value. */
export function paintMap(canvas: HTMLCanvasElement, size: number, map: Float32Array, palette: Palette): void {
  let largest = 1;
  for (const value of map) largest = Math.max(largest, Math.abs(value));
  paintCells(canvas, size, palette.diverging, (cell) => signed((STRENGTH * map[cell]!) / largest));
}

/** The output's map is the decision boundary. */
export function paintOutput(
  canvas: HTMLCanvasElement,
  size: number,
  boundary: Float64Array,
  palette: Palette,
): void {
  paintCells(canvas, size, palette.diverging, (cell) => fieldIndex(boundary[cell]!));
}

/** An input's map is its axis: x₁ grows to the right, x₂ upward. */
export function paintInput(canvas: HTMLCanvasElement, unit: number, palette: Palette): void {
  const size = 40;
  paintCells(canvas, size, palette.diverging, (cell) => {
    const row = Math.floor(cell / size);
    const share = unit === 0 ? (cell - row * size) / (size - 1) : 1 - row / (size - 1);
    return signed(STRENGTH * share);
  });
}

/** A single color: the value at the current point. */
export function paintValue(
  canvas: HTMLCanvasElement,
  value: number,
  output: boolean,
  palette: Palette,
): void {
  const index = output ? fieldIndex(value) : signed(STRENGTH * Math.max(-1, Math.min(1, value)));
  paintCells(canvas, 1, palette.diverging, () => index);
}
