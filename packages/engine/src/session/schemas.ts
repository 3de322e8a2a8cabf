/** Pieces of schemas that several parts of an experiment share. */
import { optional, type Schema, type Shape, whole, withDefault } from "../schema/index.ts";
import { MAX_DECIMALS, MAX_SEED } from "./experiment.ts";

/** The names of a registry. */
export const names = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];

/** A shape for each entry of a table. */
export const shapesOf = <Entry>(
  table: Readonly<Record<string, Entry>>,
  shape: (entry: Entry) => Shape,
): Record<string, Shape> =>
  Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, shape(entry)]));

/** Digits after the point to which numbers are rounded. */
export const decimals = optional(whole(0, MAX_DECIMALS));

/** A seed, and the one that is meant where it is left out. */
export const seed = (missing: number): Schema<number> => withDefault(whole(0, MAX_SEED), missing);
