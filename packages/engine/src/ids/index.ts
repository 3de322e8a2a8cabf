/**
 * The id of every quantity: stable, typed, and the same on the page, on the command line, and in links.
 *
 *   x[s].k  f[s].k  y[s]  y[s].j  W.l.j.k@t  b.l.j@t  z.l.j[s]@t  a.l.j[s]@t  slope.l.j[s]@t  delta.l.j[s]@t
 *   p[s]@t  p[s].j@t  yhat[s].j@t  zmax[s]@t  ez[s].j@t  S[s]@t  Z[s]@t  ell[s]@t  conf[s]@t
 *   L@t  R@t  J@t  acc@t  rmse@t  r2@t  dL@t  dJ@t  predicted@t  Ltest@t  acctest@t  Lbatch@t  batch.i@t  Lmean  ymean.j
 *   gW.l.j.k[s]@t  gW.l.j.k@t  gb.l.j[s]@t  gb.l.j@t  m.W.l.j.k@t  v.b.l.j@t  mhat…  vhat…  sum…  dW.l.j.k@t  db.l.j@t
 *   init.l.j.k  init.b.l.j  rng.i  h.learningRate@t  h.l2@t  norm.l@t  gnorm.l@t  grms.l@t  path.W.l.j.k>i>…[s]@t
 *   above.W.l.j.k[ε]@t  below.W.l.j.k[ε]@t  fd.W.l.j.k[ε]@t  relerr.W.l.j.k[ε]@t
 *   L[W.l.j.k=x,b.l.j=y]@t  L[gradient=x,random seed=y]@t
 *
 * t counts updates done; where a parameter was set by hand after update t, t- is the moment before that: W.l.j.k@t-
 * z.l.j[s]@t- a.l.j[s]@t- p[s]@t- conf[s]@t- ell[s]@t- L@t- Ltest@t- acc@t- acctest@t-. l, j, k and samples count from
 * 1. For [s] there may also stand [probe x1,…], any place by its raw inputs, or the center of a cell of a picture:
 * [cell c,N] along one input, [cell r,c,N] of an N × N picture, [cell r,c,N i,j s] in the plane of inputs i and j through
 * sample s.
 */
import { spelling } from "#text/spelling";
import { short } from "../math/errors.ts";
import type { Extent, Naming, QuantityId } from "./kind.ts";
import { isBeforeEdits } from "./moment.ts";
import { type Id, namings } from "./registry.ts";
import { UnknownQuantity } from "./unknown.ts";

export type { Id, IdOf } from "./registry.ts";

/**
 * Builds the text of an id of each kind from its parts in order: `ids.L.of(42)` is `L@42`, `ids.z.of(2, 1, 18, 42)` is
 * `z.2.1[18]@42`, and `ids.gradient.of("W.1.2.1", 42)` is `gW.1.2.1@42`.
 */
export const ids: { readonly [K in Id["kind"]]: Pick<(typeof namings)[K], "of"> } = namings;

const namingOf = ({ kind }: Id): Naming<Id> => namings[kind] as unknown as Naming<Id>;
/** Every pattern with its reader, and the letters that a matching text starts with, which rule out most patterns quickly. */
const forms = Object.values(namings)
  .flatMap((kind) => (kind as unknown as Naming<Id>).forms)
  .map(([pattern, read]) => ({ letters: /^\^([A-Za-z]*)/.exec(pattern.source)![1]!, pattern, read }));

/** The text of an id. */
export function idText(id: Id): QuantityId {
  return namingOf(id).print(id) as QuantityId;
}

/**
 * Reads an id; undefined if the text has no known form. Every quantity has one spelling, which `idText` writes.
 * @throws UnknownQuantity if only the point is invalid or only the spelling of a number differs
 */
export function parseId(text: string): Id | undefined {
  for (const { letters, pattern, read } of forms) {
    const match = text.startsWith(letters) ? pattern.exec(text) : null;
    if (match === null) continue;
    const id = read(match.groups as Parameters<typeof read>[0]);
    const spelled: string = idText(id);
    if (spelled === text) return id;
    if (pattern.test(spelled))
      throw new UnknownQuantity(spelling.otherSpelling({ id: short(text), instead: spelled }));
  }
  return undefined;
}

/** Reads the text of an id. @throws UnknownQuantity that shows a valid id */
export function readId(text: string): Id {
  const id = parseId(text);
  if (id !== undefined) return id;
  const endless = !(text.includes("@") || /^(x|f|y|Lmean|init|rng)/.test(text));
  throw new UnknownQuantity(spelling.noId({ text: short(text), endless }));
}

/** The text as an id, or undefined if it isn't one. */
export function asId(text: string): QuantityId | undefined {
  try {
    return parseId(text) === undefined ? undefined : (text as QuantityId);
  } catch (error) {
    if (error instanceof UnknownQuantity) return undefined;
    throw error;
  }
}

/** Reads a text that is known to be an id. */
export function idOf(text: QuantityId): Id {
  return parseId(text)!;
}

/** The symbol of a quantity as TeX. */
export function symbolOf(id: Id): string {
  return namingOf(id).symbol(id);
}

/** The symbol or name of a quantity in plain text. */
export function plainOf(id: Id): string {
  return namingOf(id).plain(id);
}

/** The points, layer, or moment that a quantity is about. */
export function aboutOf(id: Id, extent: Extent): string {
  return namingOf(id).about(id, extent);
}

/** What a quantity is, in a few words. */
export function whatOf(id: Id): string {
  return namingOf(id).what(id);
}

/** The same quantity after t updates. */
export function atUpdate(id: Id, t: number): QuantityId {
  return idText("t" in id ? { ...id, t } : id);
}

/** The same quantity `by` updates later, but not before update 0. An id of a moment before edits stays unchanged. */
export function movedBy(text: QuantityId, by: number): QuantityId {
  const id = idOf(text);
  return "t" in id && !isBeforeEdits(id.t) ? idText({ ...id, t: Math.max(0, id.t + by) }) : text;
}

/** An id's text without its moment, such as `W.1.2.1` for `W.1.2.1@42`. An id of a moment before edits stays unchanged. */
export function stemOf(text: QuantityId): string {
  const id = idOf(text);
  return "t" in id && !isBeforeEdits(id.t) ? text.slice(0, text.lastIndexOf("@")) : text;
}

/** Reads an id without its moment, at update 0. @throws UnknownQuantity */
export function readStem(stem: string): Id {
  return readId(`${stem}@0`);
}

/** The first t at which the quantity exists: 1 for what an update does, otherwise 0. */
export function firstOf(id: Id): 0 | 1 {
  return namingOf(id).first ?? 0;
}
