/** The outputs over a plane of the inputs: the color of each cell, and the lines where a prediction changes. */
import { firstLargest, type TargetKind } from "@neural-viz/engine";
import { classIndex, fieldIndex, type Palette, type Ramp, signed } from "./color.ts";
import { halfLines, levelLines, type Line } from "./contour.ts";

type Outputs = readonly Float64Array[];

/** What is drawn of the outputs. */
export interface Shown {
  readonly kind: TargetKind;
  /** Of values, which output, from 0. */
  readonly output: number;
  /** Of values, what has the full color. */
  readonly scale: number;
}

/** How much of the ramp values use, so that a point that is filled with its target still shows. */
const VALUES = 0.58;

/** The colors of the cells. */
export function cellColors(
  { kind, output, scale }: Shown,
  outputs: Outputs,
  palette: Palette,
): { readonly colors: Ramp; readonly indexOf: (cell: number) => number } {
  if (kind === "classes") {
    const k = outputs.length;
    return {
      colors: palette.classes,
      indexOf: (cell) => {
        const row = outputs.map((column) => column[cell]!);
        const winner = firstLargest(row);
        // With sigmoids the outputs don't add up to 1; then the share of the winner counts.
        const sum = row.reduce((total, p) => total + p, 0);
        return classIndex(winner, (row[winner]! / sum - 1 / k) / (1 - 1 / k));
      },
    };
  }
  const values = outputs[output] ?? outputs[0]!;
  return {
    colors: palette.diverging,
    indexOf:
      kind === "binary" ? (cell) => fieldIndex(values[cell]!) : (cell) => valueIndex(values[cell]!, scale),
  };
}

/** The index of a value in the diverging ramp. */
export function valueIndex(value: number, scale: number): number {
  return signed((VALUES * value) / scale);
}

/** The lines where the predicted class changes; of values, where they are 0. */
export function mainLines({ kind, output }: Shown, outputs: Outputs, size: number): Line[] {
  if (kind === "binary") return halfLines(outputs[0]!, size);
  if (kind === "values") return levelLines(outputs[output] ?? outputs[0]!, size, 0);
  // Two classes have one line between them.
  const classes = outputs.length === 2 ? [outputs[0]!] : outputs;
  return classes.flatMap((_, j) => tieLines(outputs, size, j));
}

/** The lines where class j ties with the best other one. */
export function tieLines(outputs: Outputs, size: number, j: number): Line[] {
  const lead = outputs[j]!.map((p, cell) => {
    const others = outputs.reduce(
      (most, column, i) => (i === j ? most : Math.max(most, column[cell]!)),
      -Infinity,
    );
    return p - others;
  });
  return levelLines(lead, size, 0);
}
