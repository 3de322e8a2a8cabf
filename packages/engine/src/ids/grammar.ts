/** The parts of the grammar of ids. */

/** A whole number without leading zeros, small enough that a double holds it exactly. */
export const WHOLE = String.raw`(?:0|[1-9]\d{0,14})`;
export const POINT = String.raw`\[(?<point>[^\]]*)\]`;
/** The number of updates done. */
export const AT = String.raw`@(?<t>${WHOLE})`;
/** The number of updates done; a trailing "-" means before the edits made by hand at that point. */
export const AT_MOMENT = String.raw`@(?<t>${WHOLE}-?)`;
export const UNIT = String.raw`(?<l>${WHOLE})\.(?<j>${WHOLE})`;
export const NAME = String.raw`W\.${WHOLE}\.${WHOLE}\.${WHOLE}|b\.${WHOLE}\.${WHOLE}`;
export const PARAMETER = `(?<name>${NAME})`;
export const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;

/** The matches of a pattern's named groups. */
export type Groups = Readonly<Record<string, string>>;

/** A pattern that matches a whole id. */
export function form(parts: TemplateStringsArray, ...inserts: readonly string[]): RegExp {
  return new RegExp(`^${String.raw(parts, ...inserts)}$`);
}
