/** Error messages for a table of points. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const points = { one: "point", other: "points" };
const columns = { one: "column", other: "columns" };

interface Cell {
  readonly line: number;
  readonly column: number;
  readonly name: string;
}

const at = ({ line, column, name }: Cell): string => `Line ${line}, column ${column} (${name})`;

export const table = catalog("table", {
  empty: ({ least }: { least: number }) =>
    `The table is empty. Each line must hold ${least === 2 ? "the inputs and the target" : "x1, x2, and a label"}.`,
  tooNarrow: ({ line, count, least }: { line: number; count: number; least: number }) =>
    `Line ${line} has ${plural(count, columns)}. It needs at least ${least}, separated by commas, semicolons, tabs, or spaces.`,
  ragged: (the: { line: number; count: number; width: number; first: number }) =>
    `Line ${the.line} has ${plural(the.count, columns)}. It needs ${the.width}, like line ${the.first}.`,
  openQuote: ({ line }: { line: number }) => `Line ${line} opens a quotation mark and never closes it.`,
  tooMany: ({ count, most }: { count: number; most: number }) =>
    `The table has ${plural(count, points)}; at most ${most} are allowed.`,
  noPoints: () => "The table has no points; it needs at least 1.",
  notANumber: ({ text, ...cell }: Cell & { text: string }) =>
    `${at(cell)} must be a number; it is “${text}”.`,
  noLabel: (cell: Cell) => `${at(cell)} must be a label; it is empty.`,
  thirdLabel: ({ label, first, second, ...cell }: Cell & { label: string; first: string; second: string }) =>
    `${at(cell)} has a third label, “${label}”. Only two are allowed, here “${first}” and “${second}”.`,
  manyLabels: ({ label, known, ...cell }: Cell & { label: string; known: readonly string[] }) =>
    `${at(cell)} has a label too many, “${label}”. At most ${known.length} are allowed, here ${known.map((name) => `“${name}”`).join(", ")}.`,
  columnTwice: ({ column, name }: Omit<Cell, "line">) =>
    `Column ${column} (${name}) is there twice. Each column can be one input or one target.`,
  notALabel: ({ chosen, labels }: { chosen: string; labels: readonly string[] }) =>
    `Class 1 must be one of the labels ${labels.map((label) => `“${label}”`).join(" and ")}; it is “${chosen}”.`,
  tooWide: () => "The inputs span more than the largest floating-point number. Scale them down.",
  column: ({ number }: { number: number }) => `column ${number}`,
});
