/** The pieces of the grammar of ids. */

/** A whole number without leading zeros, small enough that a double holds it exactly. */
export const WHOLE = String.raw`(?:0|[1-9]\d{0,14})`;
export const POINT = String.raw`\[(?<point>[^\]]*)\]`;
/** After how many updates. */
export const AT = String.raw`@(?<t>${WHOLE})`;
/** The same, or the moment before what was set by hand there. */
export const AT_MOMENT = String.raw`@(?<t>${WHOLE}-?)`;
export const UNIT = String.raw`(?<l>${WHOLE})\.(?<j>${WHOLE})`;
export const NAME = String.raw`W\.${WHOLE}\.${WHOLE}\.${WHOLE}|b\.${WHOLE}\.${WHOLE}`;
export const PARAMETER = `(?<name>${NAME})`;
export const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;

/** What the named groups of a pattern matched. */
export type Groups = Readonly<Record<string, string>>;

/** A pattern for the whole of an id. */
export function form(parts: TemplateStringsArray, ...inserts: readonly string[]): RegExp {
  return new RegExp(`^${String.raw(parts, ...inserts)}$`);
}
