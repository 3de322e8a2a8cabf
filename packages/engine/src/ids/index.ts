/**
 * The name of every quantity: stable, typed, the same on the page, on the command line and in links.
 *
 *   x[s].k  y[s]  W.l.j.k@t  b.l.j@t  z.l.j[s]@t  a.l.j[s]@t  slope.l.j[s]@t  p[s]@t  ell[s]@t  L@t  delta.l.j[s]@t
 *   gW.l.j.k[s]@t  gW.l.j.k@t  gb.l.j[s]@t  gb.l.j@t  m.W.l.j.k@t  v.b.l.j@t  mhat…  vhat…  dW.l.j.k@t  db.l.j@t
 *   init.l.j.k  init.b.l.j  rng.i  h.learningRate@t  acc@t  conf[s]@t  dL@t  predicted@t
 *   Ltest@t  acctest@t  Lbatch@t  batch.i@t
 *   norm.l@t  gnorm.l@t  grms.l@t  path.W.l.j.k>i>…[s]@t
 *   above.W.l.j.k[ε]@t  below.W.l.j.k[ε]@t  fd.W.l.j.k[ε]@t  relerr.W.l.j.k[ε]@t
 *   L[W.l.j.k=x,b.l.j=y]@t  L[gradient=x,random seed=y]@t
 *
 * t counts updates done; where a parameter was set by hand after update t, t- is the moment before that: W.l.j.k@t-
 * z.l.j[s]@t- a.l.j[s]@t- p[s]@t- conf[s]@t- ell[s]@t- L@t- Ltest@t- acc@t- acctest@t-. l, j, k and samples count from
 * 1. For [s] there may also stand [probe x1,x2], any place of the plane, or [cell r,c,N], the center of a cell of an
 * N × N picture.
 */
import { unknown } from "#text/unknown";
import { short } from "../math/errors.ts";
import type { Extent, Naming, QuantityId } from "./kind.ts";
import { isBeforeEdits } from "./moment.ts";
import { type Id, namings } from "./registry.ts";
import { UnknownQuantity } from "./unknown.ts";

export type { Id, IdOf } from "./registry.ts";

/**
 * Builds the text of an id of each kind, from its parts in their order: `ids.L.of(42)` is `L@42`, `ids.z.of(2, 1, 18, 42)`
 * is `z.2.1[18]@42`, and `ids.gradient.of("W.1.2.1", 42)` is `gW.1.2.1@42`.
 */
export const ids: { readonly [K in Id["kind"]]: Pick<(typeof namings)[K], "of"> } = namings;

const namingOf = ({ kind }: Id): Naming<Id> => namings[kind] as unknown as Naming<Id>;
/** Every pattern with its reading, and the letters that each text begins with which fits it: most texts are told by those. */
const forms = Object.values(namings)
  .flatMap((kind) => (kind as unknown as Naming<Id>).forms)
  .map(([pattern, read]) => ({ letters: /^\^([A-Za-z]*)/.exec(pattern.source)![1]!, pattern, read }));

/** The text of an id. */
export function idText(id: Id): QuantityId {
  return namingOf(id).print(id) as QuantityId;
}

/**
 * Reads an id; undefined when it has no known form. Every quantity has one spelling, the one `idText` writes.
 * @throws UnknownQuantity when only its point is wrong, or a number in it is spelled in another way.
 */
export function parseId(text: string): Id | undefined {
  for (const { letters, pattern, read } of forms) {
    const match = text.startsWith(letters) ? pattern.exec(text) : null;
    if (match === null) continue;
    const id = read(match.groups as Parameters<typeof read>[0]);
    const spelled: string = idText(id);
    if (spelled === text) return id;
    if (pattern.test(spelled))
      throw new UnknownQuantity(unknown.otherSpelling({ id: short(text), instead: spelled }));
  }
  return undefined;
}

/** Reads the text of an id. @throws UnknownQuantity with one sentence that shows a right one. */
export function readId(text: string): Id {
  const id = parseId(text);
  if (id !== undefined) return id;
  const endless = !(text.includes("@") || /^(x|y|init|rng)/.test(text));
  throw new UnknownQuantity(unknown.noId({ text: short(text), endless }));
}

/** A text as an id, if it is one. */
export function asId(text: string): QuantityId | undefined {
  try {
    return parseId(text) === undefined ? undefined : (text as QuantityId);
  } catch (error) {
    if (error instanceof UnknownQuantity) return undefined;
    throw error;
  }
}

/** What an id's text says: it has the one right spelling, so it can be read. */
export function idOf(text: QuantityId): Id {
  return parseId(text)!;
}

/** The symbol of a quantity as TeX. */
export function symbolOf(id: Id): string {
  return namingOf(id).symbol(id);
}

/** The symbol or name of a quantity in plain characters. */
export function plainOf(id: Id): string {
  return namingOf(id).plain(id);
}

/** Which points, layer or moment a quantity is about. */
export function aboutOf(id: Id, extent: Extent): string {
  return namingOf(id).about(id, extent);
}

/** What a quantity is, in a few words. */
export function whatOf(id: Id): string {
  return namingOf(id).what(id);
}

/** The same quantity after so many updates. */
export function atUpdate(id: Id, t: number): QuantityId {
  return idText("t" in id ? { ...id, t } : id);
}

/** The same quantity so many updates later, not before the start; what was before edits stays where it is. */
export function movedBy(text: QuantityId, by: number): QuantityId {
  const id = idOf(text);
  return "t" in id && !isBeforeEdits(id.t) ? idText({ ...id, t: Math.max(0, id.t + by) }) : text;
}

/** An id's text without its moment: what stays the same of a quantity while the run moves on. */
export function stemOf(text: QuantityId): string {
  const id = idOf(text);
  return "t" in id && !isBeforeEdits(id.t) ? text.slice(0, text.lastIndexOf("@")) : text;
}

/** Reads an id without its moment. @throws UnknownQuantity with one sentence */
export function readStem(stem: string): Id {
  return readId(`${stem}@0`);
}

/** The first update of which there is such a quantity: what an update does begins with the first. */
export function firstOf(id: Id): 0 | 1 {
  return namingOf(id).first ?? 0;
}
