/** Schemas of lists. */
import { ExperimentError } from "../math/sentence.ts";
import { fail, type ReadBy, type Schema } from "./schema.ts";

/** How long a list is, and what is said of another length. */
export interface Length {
  readonly from: number;
  readonly to: number;
  readonly told: (where: string, count: number) => string;
}

/** So many of something, such as 3 rows. */
export function exactly(count: number, things: string): Length {
  const told = (where: string, found: number): string =>
    `${where} is a list of ${found}; a list of ${count} ${things} is wanted.`;
  return { from: count, to: count, told };
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
  { wanted, length }: { wanted: string; length?: Length },
): Schema<{ -readonly [I in keyof Items]: ReadBy<Items[I]> }> {
  return (value, where) => {
    const given = listOf(value, where, wanted, length);
    if (given.length !== items.length) fail(where, value, wanted);
    return items.map((item, i) => item(given[i], `${where}[${i}]`)) as {
      -readonly [I in keyof Items]: ReadBy<Items[I]>;
    };
  };
}

function listOf(value: unknown, where: string, wanted: string, length?: Length): readonly unknown[] {
  if (!Array.isArray(value)) fail(where, value, wanted);
  const count = value.length;
  if (length !== undefined && !(count >= length.from && count <= length.to)) {
    throw new ExperimentError(length.told(where, count));
  }
  return value as unknown[];
}
