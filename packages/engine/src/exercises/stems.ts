/** The ids that the stems of an exercise stand for: `z.1.1` is `z.1.1[3]@0` of point 3 after no update. */
import { exercises as text } from "#text/exercises";
import { type Id, idOf } from "../ids/index.ts";
import { idOfStem } from "../ids/stem.ts";
import type { QuantityId } from "../ids/kind.ts";
import { InputError, short } from "../math/errors.ts";

/** The point and the moment of an exercise. */
export interface Place {
  readonly sample: number;
  readonly t: number;
}

/** The id of a stem, or a whole id. @throws InputError if there's no such id */
export function completed(stem: string, { sample, t }: Place, where: string): QuantityId {
  const id = idOfStem(stem, sample, t);
  if (id !== undefined) return id;
  throw new InputError(text.noStem({ where, stem: short(stem) }));
}

/** The kinds of numbers that a person can compute from the parameters and the data. */
const askable: ReadonlySet<Id["kind"]> = new Set<Id["kind"]>([
  "f",
  "z",
  "a",
  "slope",
  "zmax",
  "ez",
  "S",
  "Z",
  "p",
  "yhat",
  "ell",
  "L",
  "R",
  "J",
  "delta",
  "gradient",
  "optimizerState",
  "difference",
  "parameter",
]);

/** Refuses what can't be asked after t updates, or is given. @throws InputError */
export function assertAskable(id: QuantityId, t: number, where: string): void {
  const parts = idOf(id);
  const later = "t" in parts ? parts.t - t : 0;
  const isNew = parts.kind === "parameter" || parts.kind === "optimizerState" || parts.kind === "difference";
  const soon = later === 1 || (later === 0 && !isNew);
  const located = !("point" in parts) || parts.point === undefined || parts.point.kind === "sample";
  if (askable.has(parts.kind) && soon && located) return;
  throw new InputError(text.notAskable({ where, id, t }));
}
