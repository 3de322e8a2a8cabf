/** What targets are, and which class outputs or targets name: ties go to the lowest place. */
import { isCorrect } from "./correct.ts";

/** What the targets of a dataset are: a label 0 or 1, one of several classes, or numbers. */
export type TargetKind = "binary" | "classes" | "values";

/** One array for each input or output, with a number for each sample. */
export type Columns = readonly Float64Array[];

/** The first place, from 0, of the largest value. */
export function firstLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let j = 1; j < values.length; j++) if (values[j]! > values[best]!) best = j;
  return best;
}

/** The first column, from 0, that holds the largest value of a sample. */
export function largestOf(columns: Columns, s: number): number {
  let best = 0;
  for (let j = 1; j < columns.length; j++) if (columns[j]![s]! > columns[best]![s]!) best = j;
  return best;
}

/** The label of a sample: 0 or 1, or its class, from 0. Undefined where the targets are values. */
export function labelAt(kind: TargetKind, targets: Columns, s: number): number | undefined {
  if (kind === "values") return undefined;
  return kind === "binary" ? targets[0]![s]! : largestOf(targets, s);
}

/** Whether the outputs of a sample name its label; undefined where the targets are values. */
export function namesLabel(
  kind: TargetKind,
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): boolean | undefined {
  if (kind === "values") return undefined;
  return kind === "binary"
    ? isCorrect(outputs[0]!, targets[0]!)
    : firstLargest(outputs) === firstLargest(targets);
}

/** One column for each class: 1 where a sample belongs to it, else 0. */
export function oneHot(labels: ArrayLike<number>, classes: number): Float64Array[] {
  return Array.from({ length: classes }, (_, c) => Float64Array.from(labels, (label) => Number(label === c)));
}

/** The values of one sample. */
export function rowOf(columns: Columns, s: number): Float64Array {
  return Float64Array.from(columns, (column) => column[s]!);
}
