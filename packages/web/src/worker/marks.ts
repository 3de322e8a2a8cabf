/**
 * Formulas in a document that the worker writes and the page sets: the worker has no KaTeX, so it marks each formula with
 * characters for private use.
 */
import type { Typesetting } from "@neural-viz/engine";

const [BEGIN, END] = ["\uE000", "\uE001"] as const;

/** What stands for the styles. */
export const STYLES_MARK = `${BEGIN}styles${END}`;

/** Writes formulas as marks. */
export const marks: Typesetting = {
  typeset: (tex) => `${BEGIN}${tex}${END}`,
  styles: STYLES_MARK,
};

/** The document with each mark replaced. */
export const withoutMarks = (html: string, set: (tex: string) => string): string =>
  html.replaceAll(/\uE000([^\uE001]*)\uE001/g, (_, tex: string) => set(tex));
