/** Schemas of lists. */
import type { Items } from "#text/invalid";
import { allowed, values } from "#text/values";
import { ExperimentError } from "../math/errors.ts";
import type { Message } from "../text/message.ts";
import { fail, type ReadBy, type Schema } from "./schema.ts";

/** The allowed length of a list. */
export interface Length {
  readonly from: number;
  readonly to: number;
  /** What the list holds, for error messages. */
  readonly items: Items;
}

/** A length of exactly `count` items, such as 3 rows. */
export function exactly(count: number, items: Items): Length {
  return { from: count, to: count, items };
}

/** A length of at most `count` items. */
export function upTo(count: number, items: Items): Length {
  return { from: 0, to: count, items };
}

/** A list whose items all have the same schema. `must` is the error message's text for a value that isn't a list. */
export function list<T>(
  item: Schema<T>,
  { must = allowed.list(), length }: { must?: Message; length?: Length } = {},
): Schema<T[]> {
  return (value, where) => listOf(value, where, must, length).map((one, i) => item(one, `${where}[${i}]`));
}

/** A list with a separate schema for each index. */
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
