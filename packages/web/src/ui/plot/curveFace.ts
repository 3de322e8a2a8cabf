/** A neuron's face when there is one input: its output as a curve over it. */
import type { Interval } from "./scale.ts";
import type { Palette } from "./color.ts";

/** Pixels across and up. The browser scales them to the neuron. */
const WIDTH = 150;
const HEIGHT = 90;

/** The interval that a curve's face shows. */
export function intervalOf(values: ArrayLike<number>, least: number): Interval {
  let largest = least;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return [-1.12 * largest, 1.12 * largest];
}

/** Where a value is on the face, as a share from its top. */
export function fromTop([low, high]: Interval, value: number): number {
  return 1 - (Math.max(low, Math.min(high, value)) - low) / (high - low);
}

/** A curve with the area between it and zero in the color of its sign; `filled` leaves the area out. */
export function paintCurve(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  interval: Interval,
  { curve }: Palette,
  { filled = true, line = curve.line }: { filled?: boolean; line?: string } = {},
): void {
  if (canvas.width !== WIDTH || canvas.height !== HEIGHT) {
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
  }
  const context = canvas.getContext("2d");
  if (context === null) return;
  const n = values.length;
  const x = (i: number): number => ((i + 0.5) / n) * WIDTH;
  const y = (value: number): number => fromTop(interval, value) * HEIGHT;
  const zero = y(0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  const through = (low: number, high: number): void => {
    context.beginPath();
    context.moveTo(0, y(Math.min(high, Math.max(low, values[0]!))));
    for (let i = 0; i < n; i++) context.lineTo(x(i), y(Math.min(high, Math.max(low, values[i]!))));
    context.lineTo(WIDTH, y(Math.min(high, Math.max(low, values[n - 1]!))));
  };
  if (filled) {
    for (const [low, high, color] of [
      [0, Infinity, curve.above],
      [-Infinity, 0, curve.below],
    ] as const) {
      through(low, high);
      context.lineTo(WIDTH, zero);
      context.lineTo(0, zero);
      context.fillStyle = color;
      context.fill();
    }
  }
  context.strokeStyle = curve.axis;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(0, zero);
  context.lineTo(WIDTH, zero);
  context.stroke();
  through(-Infinity, Infinity);
  context.strokeStyle = line;
  context.lineWidth = 4;
  context.stroke();
}
