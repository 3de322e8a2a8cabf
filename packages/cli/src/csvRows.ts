/**
 * Rows of a CSV file of any length, as they arrive. Cells may be quoted (RFC 4180). Where a quotation mark isn't closed
 * properly, quotation marks of that line mean nothing, so that a damaged line can't swallow the lines after it.
 */

/** The separators between cells. */
export const SEPARATORS = [",", ";", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The most characters of a row. */
export const MAX_ROW = 2 ** 20;

/** A row as it stands in the file. */
export interface Row {
  /** Counted from 1, as a spreadsheet counts. */
  readonly row: number;
  /** Undefined if it has more than MAX_ROW characters. */
  readonly text: string | undefined;
  /** Whether its quotation marks are those of quoted cells. */
  readonly quotes: boolean;
}

/** The rows of a file that arrives in pieces. */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let buffer = "";
  let row = 0;
  let skipping = false; // the rest of a row that is too long
  const rows = function* (ended: boolean): Generator<Row> {
    let at = 0;
    while (at < buffer.length) {
      const found = skipping ? lineAt(buffer, at, ended) : rowAt(buffer, at, ended);
      if (found === undefined) break;
      if (!skipping) row += 1;
      const { text, quotes, next, complete } = found;
      if (!skipping) yield { row, text, quotes };
      skipping = !complete;
      at = next;
    }
    buffer = buffer.slice(at);
  };
  for await (const piece of pieces) {
    buffer = row === 0 && buffer === "" ? piece.replace(/^\uFEFF/, "") : buffer + piece;
    yield* rows(false);
  }
  yield* rows(true);
}

/** The cells of a row, without their quotation marks. */
export function cellsOf({ text = "", quotes }: Row, separator: Separator): string[] {
  if (!quotes) return text.split(separator);
  const cells: string[] = [];
  let quoted = false;
  let begin = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted; // a doubled mark changes it twice
    else if (text[i] === separator && !quoted) {
      cells.push(unquoted(text.slice(begin, i)));
      begin = i + 1;
    }
  }
  return [...cells, unquoted(text.slice(begin))];
}

function unquoted(cell: string): string {
  const inner = /^ *"([^]*)" *$/.exec(cell)?.[1];
  return inner === undefined ? cell : inner.replaceAll('""', '"');
}

interface Found {
  readonly text: string | undefined;
  readonly quotes: boolean;
  /** Where to go on. */
  readonly next: number;
  /** Whether the next row begins there; otherwise the rest of this one, which is too long. */
  readonly complete: boolean;
}

/** The row that begins at `at`; undefined if its end hasn't arrived. */
function rowAt(buffer: string, at: number, ended: boolean): Found | undefined {
  let place: "start" | "plain" | "quoted" | "closed" = "start";
  for (let i = at; i < buffer.length; i++) {
    const c = buffer[i]!;
    if (place === "quoted") {
      if (c !== '"') continue;
      if (buffer[i + 1] === '"') i += 1;
      else if (i + 1 === buffer.length && !ended) return longer(buffer, at, ended);
      else place = "closed";
    } else if (c === "\n" || c === "\r") return lineFrom(buffer, at, i, ended, true);
    else if ((SEPARATORS as readonly string[]).includes(c)) place = "start";
    else if (c === '"') {
      if (place !== "start") return lineAt(buffer, at, ended); // a mark within a cell
      place = "quoted";
    } else if (c !== " ") {
      if (place === "closed") return lineAt(buffer, at, ended);
      place = "plain";
    }
  }
  if (!ended) return longer(buffer, at, ended);
  if (place === "quoted") return lineAt(buffer, at, ended);
  return { text: buffer.slice(at), quotes: true, next: buffer.length, complete: true };
}

/** A row that isn't complete: undefined to wait for more of it, unless it's too long. */
function longer(buffer: string, at: number, ended: boolean): Found | undefined {
  return buffer.length - at > MAX_ROW ? lineAt(buffer, at, ended) : undefined;
}

/** The line that begins at `at`, whatever its quotation marks. */
function lineAt(buffer: string, at: number, ended: boolean): Found | undefined {
  const length = buffer.slice(at).search(/[\n\r]/);
  if (length >= 0) return lineFrom(buffer, at, at + length, ended, false);
  const next = buffer.length;
  if (next - at > MAX_ROW) return { text: undefined, quotes: false, next, complete: false };
  return ended ? { text: buffer.slice(at), quotes: false, next, complete: true } : undefined;
}

/** The line that ends at `end`; \r\n is one end. */
function lineFrom(
  buffer: string,
  at: number,
  end: number,
  ended: boolean,
  quotes: boolean,
): Found | undefined {
  if (buffer[end] === "\r" && end + 1 === buffer.length && !ended) return undefined;
  const next = buffer.startsWith("\r\n", end) ? end + 2 : end + 1;
  return { text: end - at > MAX_ROW ? undefined : buffer.slice(at, end), quotes, next, complete: true };
}
