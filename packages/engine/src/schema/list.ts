/** Schemas of lists. */
import { allowed, type Items, values } from "#text/values";
import { ExperimentError } from "../math/errors.ts";
import type { Message } from "../text/message.ts";
import { fail, type ReadBy, type Schema } from "./schema.ts";

/** How long a list is. */
export interface Length {
  readonly from: number;
  readonly to: number;
  /** What is counted. */
  readonly items: Items;
}

/** A length of so many items, such as 3 rows. */
export function exactly(count: number, items: Items): Length {
  return { from: count, to: count, items };
}

/** A length of at most so many items. */
export function upTo(count: number, items: Items): Length {
  return { from: 0, to: count, items };
}

/** A list of values that are all alike; `must` is what is said of what is no list. */
export function list<T>(
  item: Schema<T>,
  { must = allowed.list(), length }: { must?: Message; length?: Length } = {},
): Schema<T[]> {
  return (value, where) => listOf(value, where, must, length).map((one, i) => item(one, `${where}[${i}]`));
}

/** A list in which each place has a schema of its own. */
export function tuple<const Parts extends readonly Schema<unknown>[]>(
  items: Parts,
  {
    must = allowed.list(),
    length = exactly(items.length, "values"),
  }: { must?: Message; length?: Length } = {},
): Schema<{ -readonly [I in keyof Parts]: ReadBy<Parts[I]> }> {
  return (value, where) => {
    const given = listOf(value, where, must, length);
    return items.map((item, i) => item(given[i], `${where}[${i}]`)) as {
      -readonly [I in keyof Parts]: ReadBy<Parts[I]>;
    };
  };
}

function listOf(value: unknown, where: string, must: Message, length?: Length): readonly unknown[] {
  if (!Array.isArray(value)) fail(where, value, must);
  const count = value.length;
  if (length !== undefined && !(count >= length.from && count <= length.to)) {
    const { from, to, items } = length;
    if (from === to) fail(where, value, allowed.listOf({ count: to, items }));
    throw new ExperimentError(values.wrongLength({ where, from, to, count, items }));
  }
  return value as unknown[];
}
