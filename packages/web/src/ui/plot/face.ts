/** A neuron's face: its own map of the input square, as colours. */
import { fieldIndex, type Palette, paintCells, signed } from "./colour.ts";

/** How far a face may go into the diverging ramp. */
const STRENGTH = 0.5;

/** What a hidden unit answers in every cell. A ReLU has no upper end: its map is scaled to its own largest value. */
export function paintMap(canvas: HTMLCanvasElement, size: number, map: Float32Array, palette: Palette): void {
  let largest = 1;
  for (const value of map) largest = Math.max(largest, Math.abs(value));
  paintCells(canvas, size, palette.diverging, (cell) => signed((STRENGTH * map[cell]!) / largest));
}

/** The output's map is the decision boundary itself. */
export function paintOutput(
  canvas: HTMLCanvasElement,
  size: number,
  boundary: Float64Array,
  palette: Palette,
): void {
  paintCells(canvas, size, palette.diverging, (cell) => fieldIndex(boundary[cell]!));
}

/** An input's map is its own axis: x₁ grows to the right, x₂ upwards. */
export function paintInput(canvas: HTMLCanvasElement, unit: number, palette: Palette): void {
  const size = 40;
  paintCells(canvas, size, palette.diverging, (cell) => {
    const row = Math.floor(cell / size);
    const share = unit === 0 ? (cell - row * size) / (size - 1) : 1 - row / (size - 1);
    return signed(STRENGTH * share);
  });
}

/** One colour all over: the value for the current point. */
export function paintValue(
  canvas: HTMLCanvasElement,
  value: number,
  output: boolean,
  palette: Palette,
): void {
  const index = output ? fieldIndex(value) : signed(STRENGTH * Math.max(-1, Math.min(1, value)));
  paintCells(canvas, 1, palette.diverging, () => index);
}
