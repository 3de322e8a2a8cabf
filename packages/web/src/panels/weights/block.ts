/** Blocks of numbers: read from a spreadsheet's cells or from a matrix that NumPy or PyTorch printed. */
import { parseNumber } from "../../ui/kit/parseNumber.ts";
import { messages } from "#text/weights";

/** The largest number that can be set by hand. */
const LARGEST = 1e308;

/** Something read from text, or one sentence that says what is wrong and what is allowed. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

/** Whether a number can be set by hand. */
export const mayBeSet = (value: number): boolean => Math.abs(value) <= LARGEST;

/** Rows of numbers, all equally long. */
export type Block = readonly (readonly number[])[];

/** Reads a block. With brackets, each innermost pair is a row; otherwise each line is one. */
export function readBlock(text: string): Reading<Block> {
  const rows = text.includes("[") ? bracketedRows(text) : lineRows(text);
  if (rows.length === 0) return wrong(messages.noNumbers);
  const width = rows[0]!.length;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged !== -1) return wrong(messages.ragged(ragged + 1, rows[ragged]!.length, width));
  const numbers = rows.map((row) => row.map(parseNumber));
  for (const [j, row] of numbers.entries()) {
    const k = row.findIndex((value) => !mayBeSet(value));
    if (k !== -1) return wrong(messages.noNumber(j + 1, k + 1, rows[j]![k]!));
  }
  return { ok: true, value: numbers };
}

/** A block as it fits into `rows` × `columns` cells. Into a single column, a single row is put downward. */
export function fitted(block: Block, rows: number, columns: number): Reading<Block> {
  const [first] = block;
  const turned = columns === 1 && block.length === 1 ? first!.map((value) => [value]) : block;
  const [height, width] = [turned.length, turned[0]!.length];
  return height <= rows && width <= columns
    ? { ok: true, value: turned }
    : wrong(messages.tooLarge(block.length, first!.length, rows, columns));
}

const wrong = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why });

function bracketedRows(text: string): string[][] {
  const rows = [...text.matchAll(/\[([^[\]]*)(?:\]|$)/g)].map(([, inside]) => inside!.trim());
  return rows.filter((inside) => inside !== "").map((inside) => inside.split(/\s*[,;]\s*|\s+/));
}

/** The rows of lines, separated by the first of tab, semicolon, comma, and spaces that occurs in the text. */
function lineRows(text: string): string[][] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const separator = ["\t", ";", ","].find((one) => text.includes(one)) ?? /\s+/;
  return lines.map((line) =>
    (separator === "\t" ? line : line.trim()).split(separator).map((cell) => cell.trim()),
  );
}
