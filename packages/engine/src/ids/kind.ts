/** What there is to know of the names of one kind of quantity. */
import * as names from "#text/names";
import type { Groups } from "./grammar.ts";

declare const brand: unique symbol;

/** The text of an id. Only the kinds build one, so whatever has this type has the one right spelling. */
export type QuantityId = string & { readonly [brand]: true };

/** Over which points the run goes, for the names of a quantity. */
export interface Extent {
  /** The number of points trained on. */
  readonly trained: number;
  /** Updates in an epoch. */
  readonly perEpoch: number;
}

/** The names of one kind of quantity. */
export interface Naming<I extends { readonly kind: string }> {
  readonly kind: I["kind"];
  /** The grammar of its ids, and what its groups mean; of several patterns each has its own reading. */
  readonly forms: readonly (readonly [form: RegExp, read: (groups: Groups) => I])[];
  /** The text of an id, in its one spelling. */
  readonly print: (id: I) => string;
  /** Its symbol as TeX. */
  readonly symbol: (id: I) => string;
  /** Its symbol or name in plain characters. */
  readonly plain: (id: I) => string;
  /** Which points, layer or moment it is about. */
  readonly about: (id: I, extent: Extent) => string;
  /** What it is, in a few words, where it stands among the inputs of another. */
  readonly what: (id: I) => string;
  /** The first t there is one for, where that isn't 0. */
  readonly first?: 1;
}

/** A kind: its names, and `of`, which builds an id from what it says in short. */
export function kindOf<I extends { readonly kind: string }, Parts extends readonly unknown[]>(
  naming: Naming<I>,
  from: (...parts: Parts) => I,
) {
  return { ...naming, of: (...parts: Parts): QuantityId => naming.print(from(...parts)) as QuantityId };
}

/** What all points trained on are called. */
export const allPoints = ({ trained }: Extent): string => names.allPoints(trained);

/** What the points are called that an update's gradient is averaged over. */
export const pointsOfUpdate = (extent: Extent): string =>
  extent.perEpoch > 1 ? names.nextBatch : allPoints(extent);
