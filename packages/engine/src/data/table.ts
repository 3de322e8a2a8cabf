/**
 * Reads tables of points: separated by commas, semicolons, tabs, or spaces, with or without a header, with decimal points
 * or commas, at any scale.
 *
 * Both input columns are scaled into [0, 1]² by the same factor, so that nothing is stretched. The result includes the
 * map back to the file's units. Points that are already in the square stay unchanged.
 */
import { table as tableText } from "#text/table";
import { ExperimentError, short } from "../math/errors.ts";

/** A table whose cells are still text. */
export interface Table {
  /** The names of the columns: from the header, or "column 1", "column 2", … */
  readonly names: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly separator: "," | ";" | "\t" | " ";
  readonly decimal: "." | ",";
}

/** The indices of the columns to use, from 0. */
export interface Columns {
  readonly x1: number;
  readonly x2: number;
  readonly label: number;
}

/** The map from an input to the file's units: x · scale + offset, with the same scale for both inputs. */
export interface UnitMap {
  readonly scale: number;
  readonly x1: number;
  readonly x2: number;
}

/** The points of a table, scaled into the unit square. */
export interface Points {
  readonly samples: readonly (readonly [x1: number, x2: number, label: number])[];
  /** Undefined if the points were not scaled. */
  readonly map: UnitMap | undefined;
  /** The file's names for label 0 and label 1. */
  readonly labels: readonly string[];
}

/** Reads the text of a table. @throws ExperimentError that names the line and column */
export function readTable(text: string): Table {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const numbered = lines
    .map((line, i) => ({ line: i + 1, text: line }))
    .filter((one) => one.text.trim() !== "");
  if (numbered.length === 0) throw new ExperimentError(tableText.empty());
  const separator = separatorOf(numbered.map((one) => one.text));
  const rows = numbered.map((one) => ({ line: one.line, cells: cellsOf(one.text, separator, one.line) }));
  const [first] = rows;
  const width = first!.cells.length;
  if (width < 3) {
    throw new ExperimentError(tableText.tooNarrow({ line: first!.line, count: width }));
  }
  const ragged = rows.find(({ cells }) => cells.length !== width);
  if (ragged !== undefined) {
    throw new ExperimentError(
      tableText.ragged({ line: ragged.line, count: ragged.cells.length, width, first: first!.line }),
    );
  }
  const cells = rows.flatMap((row) => row.cells);
  const commas = cells.some((cell) => /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(cell));
  const decimal = separator !== "," && commas ? "," : ".";
  const numeric = (cell: string): boolean => !Number.isNaN(numberOf(cell, decimal));
  const headed = rows.length > 1 && !first!.cells.some(numeric) && rows[1]!.cells.some(numeric);
  return {
    names: first!.cells.map((cell, i) =>
      headed && cell !== "" ? cell : tableText.column({ number: i + 1 }).text,
    ),
    rows: headed ? rows.slice(1) : rows,
    separator,
    decimal,
  };
}

/** The first of tab, semicolon, comma, and runs of spaces that splits all lines into the same number of cells, at least 3. */
function separatorOf(lines: readonly string[]): Table["separator"] {
  const some = lines.slice(0, 20);
  const all = ["\t", ";", ",", " "] as const;
  const even = all.find((separator) => {
    const counts = new Set(some.map((line) => split(line, separator).length));
    return counts.size === 1 && !counts.has(1) && !counts.has(2);
  });
  return even ?? all.find((separator) => some[0]!.includes(separator)) ?? ",";
}

/** The cells of a line by RFC 4180: quoted cells may contain separators, and two quotes inside a quoted cell mean one. */
function split(text: string, separator: string): string[] {
  const line = separator === " " ? text.trim().replaceAll(/ +/g, " ") : text;
  const cells: string[] = [];
  let cell = "";
  let blank = true; // only white space so far; checking the cell itself at every quote would take quadratic time
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (quoted && c === '"' && line[i + 1] === '"') {
      cell += c;
      blank = false;
      i += 1;
    } else if (c === '"' && (quoted || blank)) {
      quoted = !quoted;
    } else if (c === separator && !quoted) {
      cells.push(cell.trim());
      cell = "";
      blank = true;
    } else {
      cell += c;
      blank &&= c.trim() === "";
    }
  }
  if (quoted) cells.length = 0; // the last quote was never closed
  else cells.push(cell.trim());
  return cells;
}

function cellsOf(line: string, separator: string, number: number): string[] {
  const cells = split(line, separator);
  if (cells.length > 0) return cells;
  throw new ExperimentError(tableText.openQuote({ line: number }));
}

/** The number in a cell; NaN for anything else. */
function numberOf(cell: string, decimal: Table["decimal"]): number {
  const text = decimal === "," ? cell.replace(",", ".") : cell;
  const plain = decimal === "," ? !cell.includes(".") : true;
  return plain && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

/**
 * The columns that probably hold the inputs and the label. The label is the last column named label, class, or target, or
 * else the last one with at most two different cells. The inputs are the first two other columns, without row numbers.
 */
export function likelyColumns({ rows, names }: Table): Columns {
  const kinds = (column: number): number => new Set(rows.map(({ cells }) => cells[column])).size;
  const all = names.map((_, column) => column);
  const label =
    all.findLast((column) => /^(label|class|target)$/i.test(names[column]!)) ??
    all.findLast((column) => kinds(column) <= 2) ??
    names.length - 1;
  const others = all.filter((column) => column !== label);
  const [x1 = 0, x2 = 1] = others.length > 2 && numbersRows({ rows, names }) ? others.slice(1) : others;
  return { x1, x2, label };
}

/** A column's number, from 1, and its name, for error messages. */
const columnOf = (names: readonly string[], column: number) => ({
  column: column + 1,
  name: short(names[column]!),
});

/** Whether the first column numbers the rows, from 0 or 1, or is the index column without a name that pandas writes. */
function numbersRows({ rows, names }: Pick<Table, "rows" | "names">): boolean {
  const nameless = /^(unnamed: ?\d+|column 1)$/i.test(names[0]!) && names[1] !== "column 2";
  const first = Number(rows[0]?.cells[0]);
  const counts = (first === 0 || first === 1) && rows.every(({ cells }, i) => cells[0] === String(first + i));
  return nameless || (counts && rows.length > 2);
}

/** The points of a table, at most `most`. `class1` is the file's name for label 1. @throws ExperimentError that names the line and column */
export function pointsOf(table: Table, columns: Columns, most: number, class1?: string): Points {
  const { rows, names, decimal } = table;
  if (rows.length > most) {
    throw new ExperimentError(tableText.tooMany({ count: rows.length, most }));
  }
  if (rows.length === 0) throw new ExperimentError(tableText.noPoints());
  const read = (column: number): number[] =>
    rows.map(({ line, cells }) => {
      const value = numberOf(cells[column]!, decimal);
      if (Number.isFinite(value)) return value;
      throw new ExperimentError(
        tableText.notANumber({ line, ...columnOf(names, column), text: short(cells[column]!) }),
      );
    });
  const [x1, x2] = [read(columns.x1), read(columns.x2)];
  const labels = withClass1(labelsOf(table, columns.label), class1);
  const y = rows.map(({ cells }) => labels.indexOf(cells[columns.label]!));
  const map = mapOf(x1, x2);
  const into = (value: number, offset: number): number =>
    map === undefined ? value : (value - offset) / map.scale;
  return {
    samples: rows.map((_, s) => [into(x1[s]!, map?.x1 ?? 0), into(x2[s]!, map?.x2 ?? 0), y[s]!] as const),
    map,
    labels,
  };
}

/** The names of label 0 and label 1, swapped if necessary so that `class1` is label 1. */
function withClass1(labels: readonly string[], class1: string | undefined): readonly string[] {
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

/** The names of label 0 and label 1: the smaller and the larger number, no and yes, or else the order of appearance. */
function labelsOf({ rows, names, decimal }: Table, column: number): string[] {
  const kinds: string[] = [];
  for (const { line, cells } of rows) {
    const cell = cells[column]!;
    if (cell === "") throw new ExperimentError(tableText.noLabel({ line, ...columnOf(names, column) }));
    if (kinds.includes(cell)) continue;
    kinds.push(cell);
    if (kinds.length > 2) {
      const [label, first, second] = [cell, ...kinds].map((kind) => short(kind)) as [string, string, string];
      throw new ExperimentError(
        tableText.thirdLabel({ line, ...columnOf(names, column), label, first, second }),
      );
    }
  }
  const pair = PAIRS.find((words) => kinds.every((kind) => words.includes(kind.toLowerCase())));
  if (pair !== undefined) {
    return pair.map((word) => kinds.find((kind) => kind.toLowerCase() === word) ?? word);
  }
  const values = kinds.map((kind) => numberOf(kind, decimal));
  if (kinds.length === 1) return values[0] === 1 ? ["0", kinds[0]!] : kinds;
  return values[0]! > values[1]! ? kinds.toReversed() : kinds;
}

/** The map that makes the longer side of the bounding box span [0, 1] and centers the shorter side. */
function mapOf(x1: readonly number[], x2: readonly number[]): UnitMap | undefined {
  const inside = (values: readonly number[]): boolean => values.every((value) => value >= 0 && value <= 1);
  if (inside(x1) && inside(x2)) return undefined;
  const sides = [x1, x2].map((values) => {
    const low = values.reduce((least, value) => Math.min(least, value));
    return { low, span: values.reduce((largest, value) => Math.max(largest, value)) - low };
  });
  const longer = Math.max(...sides.map(({ span }) => span));
  if (!Number.isFinite(longer)) {
    throw new ExperimentError(tableText.tooWide());
  }
  const scale = longer === 0 ? 1 : longer;
  const [a, b] = sides.map(({ low, span }) => low - (scale - span) / 2);
  return { scale, x1: a!, x2: b! };
}
