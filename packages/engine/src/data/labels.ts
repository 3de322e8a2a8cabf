/** The labels of a column of a table: which of the file's words or numbers is class 0, 1, … */
import { table as tableText } from "#text/table";
import { ExperimentError, short } from "../math/errors.ts";
import { cellOf, numberOf, type Table } from "./table.ts";

/** The names of label 0 and label 1, swapped if necessary so that `class1` is label 1. */
export function withClass1(labels: readonly string[], class1: string | undefined): readonly string[] {
  if (class1 === undefined || labels[1] === class1) return labels;
  if (labels[0] === class1) return [labels[1] ?? "", class1];
  throw new ExperimentError(
    tableText.notALabel({ chosen: short(class1), labels: labels.map((label) => short(label)) }),
  );
}

/** Pairs of words for label 0 and label 1. */
const PAIRS = [
  ["false", "true"],
  ["no", "yes"],
  ["f", "t"],
  ["n", "y"],
  ["off", "on"],
];

/** The names of the labels 0, 1, …: numbers by their size, no and yes, or else the order of appearance. */
export function labelsOf({ rows, names, decimal }: Table, column: number, most: number): string[] {
  const kinds: string[] = [];
  for (const { line, cells } of rows) {
    const cell = cells[column]!;
    if (cell === "") throw new ExperimentError(tableText.noLabel({ line, ...cellOf(names, column) }));
    if (kinds.includes(cell)) continue;
    kinds.push(cell);
    if (kinds.length > most) {
      const [label, ...known] = [cell, ...kinds.slice(0, most)].map((kind) => short(kind)) as [
        string,
        ...string[],
      ];
      throw new ExperimentError(
        most === 2
          ? tableText.thirdLabel({
              line,
              ...cellOf(names, column),
              label,
              first: known[0]!,
              second: known[1]!,
            })
          : tableText.manyLabels({ line, ...cellOf(names, column), label, known }),
      );
    }
  }
  const lower = new Set(kinds.map((kind) => kind.toLowerCase()));
  const differ = lower.size === kinds.length; // “yes” and “Yes” are no pair
  const pair = PAIRS.find((words) => differ && [...lower].every((kind) => words.includes(kind)));
  if (pair !== undefined) {
    return pair.map((word) => kinds.find((kind) => kind.toLowerCase() === word) ?? word);
  }
  const values = kinds.map((kind) => numberOf(kind, decimal));
  if (kinds.length === 1) return values[0] === 1 ? ["0", kinds[0]!] : kinds;
  if (values.some(Number.isNaN)) return kinds;
  return kinds.toSorted((a, b) => numberOf(a, decimal) - numberOf(b, decimal));
}
