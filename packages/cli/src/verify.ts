/** neural-viz verify FILE.csv: computes every result line of a file again. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import { MAX_UPDATES } from "@neural-viz/engine";
import { cellsOf, csvRows, MAX_ROW, type Row, type Separator, SEPARATORS } from "./csvRows.ts";
import { nameOf, textPieces } from "./input.ts";
import type { Verdict } from "./judgeResult.ts";
import { numberOf } from "./numbers.ts";
import { print, toJson } from "./print.ts";
import { createPool, type Pool } from "./resultPool.ts";
import { harmless } from "./say.ts";
import { UsageError } from "./usage.ts";

/** The most updates of a line that are computed unless --max-updates says otherwise. */
export const DEFAULT_MAX_UPDATES = 100_000;
/** Rows that may be ahead of the first whose verdict isn't known: a slow one keeps no thread waiting. */
const MAX_AHEAD = 1000;

/** The column of the result lines, from 0, and what separates it from the others. */
interface Layout {
  readonly separator: Separator;
  readonly column: number;
}

/** A row and, as soon as it's known, its verdict. */
interface Judged {
  readonly row: number;
  /** The other cells. */
  readonly cells: readonly string[];
  readonly verdict: Promise<Verdict>;
}

export async function verify(file: string, most: string | undefined, json: boolean): Promise<void> {
  const maxUpdates = most === undefined ? DEFAULT_MAX_UPDATES : numberOf(most);
  if (!(Number.isInteger(maxUpdates) && maxUpdates >= 0 && maxUpdates <= MAX_UPDATES)) {
    throw new UsageError(errors.updates({ option: "--max-updates", text: most ?? "", limit: MAX_UPDATES }));
  }
  const pool = createPool(maxUpdates);
  try {
    await report(judged(file, pool), json);
  } finally {
    await pool.end();
  }
}

/** The rows of a file, in order, with verdicts on the way. @throws UsageError if there is no column of results */
async function* judged(file: string, pool: Pool): AsyncGenerator<Judged> {
  let layout: Layout | undefined;
  for await (const row of csvRows(textPieces(file))) {
    if (row.text?.trim() === "") continue;
    if (layout === undefined) layout = layoutOf(row, file);
    else yield judgedRow(row, layout, pool);
  }
  if (layout === undefined) throw new UsageError(errors.noResults({ name: nameOf(file) }));
}

function layoutOf(row: Row, file: string): Layout {
  for (const separator of SEPARATORS) {
    const column = cellsOf(row, separator).findIndex((cell) => cell.trim().toLowerCase() === "result");
    if (column >= 0) return { separator, column };
  }
  throw new UsageError(errors.noResults({ name: nameOf(file) }));
}

function judgedRow(row: Row, { separator, column }: Layout, pool: Pool): Judged {
  if (row.text === undefined) {
    const about = output.longRow({ most: MAX_ROW });
    return { row: row.row, cells: [], verdict: Promise.resolve({ status: "tooLong", about, name: "" }) };
  }
  const cells = cellsOf(row, separator);
  const others = cells.filter((cell, k) => k !== column && cell.trim() !== "");
  return { row: row.row, cells: others, verdict: pool.judge(cells[column] ?? "") };
}

/** Prints the verdicts in the order of the rows. */
async function report(rows: AsyncIterable<Judged>, json: boolean): Promise<void> {
  const count = { ok: 0, differs: 0, unreadable: 0, duplicate: 0, tooLong: 0 };
  const firstRows = new Map<string, number>();
  for await (const { row, cells, verdict } of ahead(rows)) {
    const { status: alone, about, name, same, correct, asked, seed } = await verdict;
    const of = same === undefined ? undefined : firstRows.get(same);
    if (same !== undefined && of === undefined) firstRows.set(same, row);
    const status = of === undefined ? alone : "duplicate";
    count[status] += 1;
    if (json)
      print(toJson({ row, status, of, why: alone === "ok" ? undefined : about, correct, asked, seed }));
    else {
      // What an exercise scored is of use even if somebody else has the same answers.
      const came = of === undefined || asked !== undefined ? [about] : [];
      const told = [...cells, name, ...came, ...(of === undefined ? [] : [output.sameAs({ of })])];
      print(`${harmless(output.verified({ row, status, told: told.filter((one) => one !== "") }))}\n`);
    }
    if (process.stdout.destroyed) return; // as after `| head`
  }
  if (!json) print(`${output.verifiedAll(count)}\n`);
  if (count.differs + count.unreadable + count.tooLong > 0) process.exitCode = 1;
}

/** The same items in the same order, asked for before they are needed. */
async function* ahead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const waiting: T[] = [];
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length >= MAX_AHEAD) yield waiting.shift()!;
  }
  yield* waiting;
}
