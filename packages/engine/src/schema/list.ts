/** Schemas of lists. */
import { ExperimentError } from "../math/sentence.ts";
import { fail, type ReadBy, type Schema } from "./schema.ts";

/** How long a list is. */
export interface Length {
  readonly from: number;
  readonly to: number;
  /** What is said of another length: what is wanted, or the whole sentence. */
  readonly wanted: string | ((where: string, count: number) => string);
}

/** So many of something, such as 3 rows. */
export function exactly(count: number, things: string): Length {
  return { from: count, to: count, wanted: `a list of ${count} ${things} is wanted` };
}

/** At most so many of something. */
export function upTo(count: number, things: string): Length {
  return { from: 0, to: count, wanted: `a list of at most ${count} ${things} is wanted` };
}

/** A list of values that are all alike; `wanted` is what is said of what is no list. */
export function list<T>(
  item: Schema<T>,
  { wanted = "a list is wanted", length }: { wanted?: string; length?: Length } = {},
): Schema<T[]> {
  return (value, where) => listOf(value, where, wanted, length).map((one, i) => item(one, `${where}[${i}]`));
}

/** A list in which each place has a schema of its own. */
export function tuple<const Items extends readonly Schema<unknown>[]>(
  items: Items,
  {
    wanted = "a list is wanted",
    length = exactly(items.length, "values"),
  }: { wanted?: string; length?: Length } = {},
): Schema<{ -readonly [I in keyof Items]: ReadBy<Items[I]> }> {
  return (value, where) => {
    const given = listOf(value, where, wanted, length);
    return items.map((item, i) => item(given[i], `${where}[${i}]`)) as {
      -readonly [I in keyof Items]: ReadBy<Items[I]>;
    };
  };
}

function listOf(value: unknown, where: string, wanted: string, length?: Length): readonly unknown[] {
  if (!Array.isArray(value)) fail(where, value, wanted);
  const count = value.length;
  if (length !== undefined && !(count >= length.from && count <= length.to)) {
    if (typeof length.wanted === "string") fail(where, value, length.wanted);
    throw new ExperimentError(length.wanted(where, count));
  }
  return value as unknown[];
}
