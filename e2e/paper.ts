/** What is wrong with how a file of worksheets breaks into pages. */
import type { PdfPage, Piece } from "./pdf.ts";

/** What the file is of. */
export interface Expected {
  readonly sheets: number;
  /** Whether each sheet has a field for a name. */
  readonly isNamed: boolean;
  /** The formulas of all numbers in their order, without spaces. */
  readonly formulas: readonly string[];
  /** What stands at the foot of each page, besides the code of the sheet and the page's number. */
  readonly file: string;
}

/** Points of a millimeter. */
const MM = 72 / 25.4;
const MARGIN = { top: 12 * MM, side: 16 * MM, bottom: 16 * MM };
/** Letters below this size are indices, powers and the numbers of neurons. */
const FULL_SIZE = 8;
const MIN_LINES = 3;
const MIN_FILLED = 1 / 4;

/** A line of text. */
interface Line {
  readonly baseline: number;
  readonly pieces: readonly Piece[];
}

/** The faults of a file's pages. */
export function faultsOnPaper(pages: readonly PdfPage[], expected: Expected): string[] {
  const lines = pages.map(linesOf);
  return [
    ...pages.flatMap((page, i) => outsideOf(page).map((fault) => `page ${i + 1}: ${fault}`)),
    ...lines.flatMap((here, i) => headingsOf(here, lines[i + 1]).map((fault) => `page ${i + 1}: ${fault}`)),
    ...lines.flatMap((here, i) =>
      emptinessOf(pages[i]!, here, lines[i + 1]).map((fault) => `page ${i + 1}: ${fault}`),
    ),
    ...sheetsOf(pages, lines, expected),
    ...tornOf(pages, expected.formulas),
  ];
}

const isFoot = ({ height }: PdfPage, { baseline }: Piece): boolean => baseline > height - MARGIN.bottom;
const hasRole = ({ pieces }: Line, ...roles: readonly string[]): boolean =>
  pieces.some((piece) => piece.roles.some((role) => roles.includes(role)));
const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join(" ");

/** The lines of a page from top to bottom, without its foot. */
function linesOf(page: PdfPage): Line[] {
  const pieces = page.pieces.filter((piece) => !isFoot(page, piece) && piece.size >= FULL_SIZE);
  const lines: { baseline: number; pieces: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last !== undefined && piece.baseline - last.baseline < FULL_SIZE / 2) last.pieces.push(piece);
    else lines.push({ baseline: piece.baseline, pieces: [piece] });
  }
  return lines;
}

/** Text in the margins, or over the edge of the paper. */
function outsideOf(page: PdfPage): string[] {
  const { width, height, pieces } = page;
  return pieces.flatMap((piece) => {
    const { text, left, right, baseline, size } = piece;
    const isInside =
      left >= MARGIN.side - 1 &&
      right <= width - MARGIN.side + 1 &&
      (isFoot(page, piece)
        ? baseline <= height - size / 2
        : baseline - size >= MARGIN.top - size / 2 && baseline + size / 4 <= height - MARGIN.bottom);
    return isInside ? [] : [`outside: ${text}`];
  });
}

/** Headings with fewer than two lines of their part below them, though it has more, and the last line of a part on its own. */
function headingsOf(here: readonly Line[], next: readonly Line[] | undefined): string[] {
  const isHeading = (line: Line): boolean => hasRole(line, "H1", "H2");
  const last = here.findLastIndex(isHeading);
  const below = here.length - 1 - last;
  const goesOn = next?.[0] !== undefined && !isHeading(next[0]);
  return [
    ...(last >= 0 && (below === 0 || (below === 1 && goesOn))
      ? [`a heading at the end: ${textOf(here[last]!.pieces)}`]
      : []),
    ...(here.findIndex(isHeading) === 1 ? [`a line alone: ${textOf(here[0]!.pieces)}`] : []),
  ];
}

/** Pages with too little on them. */
function emptinessOf(
  { height }: PdfPage,
  here: readonly Line[],
  next: readonly Line[] | undefined,
): string[] {
  const isLast = next?.[0] === undefined || hasRole(next[0], "H1");
  if (isLast) return here.length < MIN_LINES ? [`only ${here.length} lines`] : [];
  const filled = ((here.at(-1)?.baseline ?? 0) - MARGIN.top) / (height - MARGIN.top - MARGIN.bottom);
  return filled < MIN_FILLED ? [`${Math.round(100 * filled)}% filled`] : [];
}

/** Sheets that don't begin a page, names where there should be none or that are missing, and wrong feet. */
function sheetsOf(
  pages: readonly PdfPage[],
  lines: readonly (readonly Line[])[],
  { sheets, isNamed, file }: Expected,
): string[] {
  const faults: string[] = [];
  let [found, code, number] = [0, "", 0];
  for (const [i, page] of pages.entries()) {
    const titles = lines[i]!.flatMap((line, at) => (hasRole(line, "H1") ? [at] : []));
    const names = page.pieces.filter(({ text }) => text.trim() === "Name").length;
    found += titles.length;
    number++;
    if (titles.length > 0) {
      number = 1;
      code =
        /sheet ([0-9a-f]{6})/.exec(textOf(page.pieces.filter((piece) => !isFoot(page, piece))))?.[1] ??
        "none";
    }
    if (titles.length > 1 || titles.some((at) => at > 0))
      faults.push(`page ${i + 1}: a sheet begins within it`);
    if (names !== (isNamed ? titles.length : 0)) faults.push(`page ${i + 1}: ${names} fields for a name`);
    const foot = textOf(page.pieces.filter((piece) => isFoot(page, piece)));
    for (const part of [file, `sheet ${code} · page ${number}`]) {
      if (!foot.includes(part)) faults.push(`page ${i + 1}: no “${part}” in the foot “${foot}”`);
    }
  }
  return found === sheets ? faults : [...faults, `${found} sheets instead of ${sheets}`];
}

/** The place of a formula among letters: its own may be painted in another order, indices last. */
function placeOf(letters: string, formula: string, from: number): number {
  const sorted = (text: string): string => [...text].toSorted().join("");
  const wanted = sorted(formula);
  for (let at = from; at + formula.length <= letters.length; at++) {
    if (sorted(letters.slice(at, at + formula.length)) === wanted) return at;
  }
  return -1;
}

/**
 * Numbers whose formula and result are on different pages. Each is an element of its own with its sign and its result; its
 * formula has no tag and is found by its letters.
 */
function tornOf(pages: readonly PdfPage[], formulas: readonly string[]): string[] {
  const results = pages.flatMap(({ pieces }, page) => {
    const own = pieces.filter(({ roles }) => roles.at(-1) === "Div");
    return [...new Set(own.map(({ element }) => element))].map(() => page);
  });
  if (results.length !== formulas.length)
    return [`${results.length} results for ${formulas.length} formulas`];
  const letters = pages.map(({ pieces }) =>
    pieces
      .flatMap(({ text, roles }) => (roles.length === 0 ? [text] : []))
      .join("")
      .replaceAll(/\s/g, ""),
  );
  let [page, from] = [0, 0];
  return formulas.flatMap((formula, i) => {
    for (let at = page; at < letters.length; at++) {
      const place = placeOf(letters[at]!, formula, at === page ? from : 0);
      if (place < 0) continue;
      [page, from] = [at, place + formula.length];
      return at === results[i]
        ? []
        : [`page ${at + 1}: the result of ${formula} is on page ${results[i]! + 1}`];
    }
    return [`no formula ${formula}`];
  });
}
