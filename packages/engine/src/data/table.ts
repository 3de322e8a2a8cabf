/**
 * Reads tables of points: separated by commas, semicolons, tabs, or spaces, with or without a header, with decimal points
 * or commas.
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

/** Reads the text of a table with at least `least` columns. @throws ExperimentError that names the line and column */
export function readTable(text: string, least: 2 | 3 = 3): Table {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const numbered = lines
    .map((line, i) => ({ line: i + 1, text: line }))
    .filter((one) => one.text.trim() !== "");
  if (numbered.length === 0) throw new ExperimentError(tableText.empty({ least }));
  const separator = separatorOf(
    numbered.map((one) => one.text),
    least,
  );
  const rows = numbered.map((one) => ({ line: one.line, cells: cellsOf(one.text, separator, one.line) }));
  const [first] = rows;
  const width = first!.cells.length;
  if (width < least) {
    throw new ExperimentError(tableText.tooNarrow({ line: first!.line, count: width, least }));
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

/** The first of tab, semicolon, comma, and runs of spaces that splits all lines into the same number of cells, at least `least`. */
function separatorOf(lines: readonly string[], least: number): Table["separator"] {
  const some = lines.slice(0, 20);
  const all = ["\t", ";", ",", " "] as const;
  const even = all.find((separator) => {
    const counts = new Set(some.map((line) => split(line, separator).length));
    return counts.size === 1 && [...counts].every((count) => count >= least);
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
export function numberOf(cell: string, decimal: Table["decimal"]): number {
  const text = decimal === "," ? cell.replace(",", ".") : cell;
  const plain = decimal === "," ? !cell.includes(".") : true;
  return plain && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

/** A column's number, from 1, and its name, for error messages. */
export const cellOf = (names: readonly string[], column: number) => ({
  column: column + 1,
  name: short(names[column]!),
});

/** Whether the first column numbers the rows, from 0 or 1, or is the index column without a name that pandas writes. */
export function numbersRows({ rows, names }: Pick<Table, "rows" | "names">): boolean {
  const nameless = /^(unnamed: ?\d+|column 1)$/i.test(names[0]!) && names[1] !== "column 2";
  const first = Number(rows[0]?.cells[0]);
  const counts = (first === 0 || first === 1) && rows.every(({ cells }, i) => cells[0] === String(first + i));
  return nameless || (counts && rows.length > 2);
}

/** @throws ExperimentError if the table has no points, or more than `most` */
export function requirePoints({ rows }: Table, most: number): void {
  if (rows.length > most) throw new ExperimentError(tableText.tooMany({ count: rows.length, most }));
  if (rows.length === 0) throw new ExperimentError(tableText.noPoints());
}

/** The numbers in a column's cells; NaN where a cell holds none. */
export function numericCells({ rows, decimal }: Table, column: number): number[] {
  return rows.map(({ cells }) => numberOf(cells[column]!, decimal));
}

/** The numbers of a column. @throws ExperimentError that names the line and column */
export function numbersOf(table: Table, column: number): number[] {
  const numbers = numericCells(table, column);
  const wrong = numbers.findIndex((value) => !Number.isFinite(value));
  if (wrong === -1) return numbers;
  const { line, cells } = table.rows[wrong]!;
  throw new ExperimentError(
    tableText.notANumber({ line, ...cellOf(table.names, column), text: short(cells[column]!) }),
  );
}
