/** The definition of one kind of id. */
import * as names from "#text/names";
import type { Groups } from "./grammar.ts";

declare const brand: unique symbol;

/** The text of an id. Only the kinds build one, so a value of this type has the correct spelling. */
export type QuantityId = string & { readonly [brand]: true };

/** The number of points and batches of a run, for the descriptions of quantities. */
export interface Extent {
  /** The number of points trained on. */
  readonly trained: number;
  /** Updates in an epoch. */
  readonly perEpoch: number;
}

/** The grammar, symbols, and descriptions of one kind of id. */
export interface Naming<I extends { readonly kind: string }> {
  readonly kind: I["kind"];
  /** The patterns of its ids, each with a function that reads the matched groups. */
  readonly forms: readonly (readonly [form: RegExp, read: (groups: Groups) => I])[];
  /** The text of an id. */
  readonly print: (id: I) => string;
  /** Its symbol as TeX. */
  readonly symbol: (id: I) => string;
  /** Its symbol or name in plain text. */
  readonly plain: (id: I) => string;
  /** The points, layer, or moment it is about. */
  readonly about: (id: I, extent: Extent) => string;
  /** What it is, in a few words, for a list of another quantity's inputs. */
  readonly what: (id: I) => string;
  /** The first t at which it exists, if that isn't 0. */
  readonly first?: 1;
}

/** A kind with its naming, and `of`, which builds the text of an id from its parts. */
export function kindOf<I extends { readonly kind: string }, Parts extends readonly unknown[]>(
  naming: Naming<I>,
  from: (...parts: Parts) => I,
) {
  return { ...naming, of: (...parts: Parts): QuantityId => naming.print(from(...parts)) as QuantityId };
}

/** The training points, in words. */
export const allPoints = ({ trained }: Extent): string => names.allPoints(trained);

/** The points that an update's gradient is averaged over, in words. */
export const pointsOfUpdate = (extent: Extent): string =>
  extent.perEpoch > 1 ? names.nextBatch : allPoints(extent);
