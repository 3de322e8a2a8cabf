/**
 * Where a quantity comes from: its value as training used it, the expression over its inputs that gives it to the last
 * bit, and what is computed from it. Data, hyperparameters, random draws, and edits by hand are leaves.
 */
import { absent } from "#text/absent";
import { commonMistakes } from "#text/commonMistakes";
import { asId, type Id, type IdOf, idText, ids, readId } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { isBeforeEdits, updateOf } from "../ids/moment.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { wasEdited } from "./edits.ts";
import { a } from "./kinds/a.ts";
import { acc } from "./kinds/acc.ts";
import { acctest } from "./kinds/acctest.ts";
import { aff } from "./kinds/aff.ts";
import { affb } from "./kinds/affb.ts";
import { batch } from "./kinds/batch.ts";
import { check } from "./kinds/check.ts";
import { conf } from "./kinds/conf.ts";
import { delta } from "./kinds/delta.ts";
import { difference } from "./kinds/difference.ts";
import { dJ } from "./kinds/dJ.ts";
import { dL } from "./kinds/dL.ts";
import { ez } from "./kinds/ez.ts";
import { f } from "./kinds/f.ts";
import { ell } from "./kinds/ell.ts";
import { gradient } from "./kinds/gradient.ts";
import { hyper } from "./kinds/hyper.ts";
import { init } from "./kinds/init.ts";
import { J } from "./kinds/J.ts";
import { L } from "./kinds/L.ts";
import { Lbatch } from "./kinds/Lbatch.ts";
import { Lmean } from "./kinds/Lmean.ts";
import { Ltest } from "./kinds/Ltest.ts";
import { optimizerState } from "./kinds/optimizerState.ts";
import { norm } from "./kinds/norm.ts";
import { p } from "./kinds/p.ts";
import { parameter } from "./kinds/parameter.ts";
import { path } from "./kinds/path.ts";
import { predicted } from "./kinds/predicted.ts";
import { R } from "./kinds/R.ts";
import { r2 } from "./kinds/r2.ts";
import { rmse } from "./kinds/rmse.ts";
import { rng } from "./kinds/rng.ts";
import { S } from "./kinds/softmaxRest.ts";
import { Z } from "./kinds/softmaxSum.ts";
import { slice } from "./kinds/slice.ts";
import { slope } from "./kinds/slope.ts";
import { x } from "./kinds/x.ts";
import { y } from "./kinds/y.ts";
import { yhat } from "./kinds/yhat.ts";
import { ymean } from "./kinds/ymean.ts";
import { z } from "./kinds/z.ts";
import { zmax } from "./kinds/zmax.ts";
import type { Expression } from "../math/expression.ts";
import type { CommonMistake, Exercise, Origin } from "./origin.ts";
import type { Derivation, Run } from "./run.ts";

/** One origin for every kind of id. */
const origins: { readonly [K in Id["kind"]]: Origin<IdOf<K>> } = {
  x,
  f,
  y,
  parameter,
  z,
  a,
  slope,
  aff,
  affb,
  delta,
  zmax,
  ez,
  S,
  Z,
  p,
  yhat,
  ell,
  conf,
  L,
  R,
  J,
  Ltest,
  Lbatch,
  Lmean,
  ymean,
  rmse,
  r2,
  acc,
  acctest,
  batch,
  dL,
  dJ,
  predicted,
  gradient,
  optimizerState,
  difference,
  check,
  norm,
  path,
  slice,
  init,
  rng,
  hyper,
};

const originOf = ({ kind }: Id): Origin<Id> => origins[kind] as unknown as Origin<Id>;

/** Derives a quantity. @throws UnknownQuantity if the run doesn't have it */
export function derive(run: Run, id: Id): Derivation {
  if ("t" in id && id.t > run.last) {
    throw new UnknownQuantity(
      absent.afterEnd({ id: idText(id), instead: ids.L.of(run.last), last: run.last }),
    );
  }
  if ("t" in id && isBeforeEdits(id.t)) {
    const t = updateOf(id.t);
    if (!wasEdited(run, t)) {
      throw new UnknownQuantity(absent.notEdited({ instead: idText({ ...id, t }), t }));
    }
    if (t === 0) {
      throw new UnknownQuantity(absent.beforeStart({ id: idText(id), instead: idText({ ...id, t }) }));
    }
  }
  return originOf(id).derive(run, id, (text) => valueOf(run, text));
}

/** The value of the quantity with this id. @throws UnknownQuantity */
export function valueOf(run: Run, text: string): number {
  return derive(run, readId(text)).value;
}

/** What is computed from a quantity, one step forward. */
export function usedBy(run: Run, id: Id): readonly QuantityId[] {
  const users = originOf(id).usedBy(run, id);
  if (!("t" in id) || !isBeforeEdits(id.t)) return users;
  // No update and no gradient starts from the moment before an edit.
  const known = users.filter((text) => asId(text) !== undefined);
  const t = updateOf(id.t);
  if (id.kind === "parameter" && wasEdited(run, t, id.name)) return [...known, ids.difference.of(id.name, t)];
  if (id.kind === "L") return [...known, ids.dL.of(t)];
  return id.kind === "J" ? [...known, ids.dJ.of(t)] : known;
}

/** The common mistakes in computing a quantity by hand. The last is a flipped sign. */
export function commonMistakesOf({
  expression,
  ...exercise
}: Omit<Exercise<Id>, "operands"> & {
  readonly expression: Expression | undefined;
}): readonly CommonMistake[] {
  const flipped = { value: -exercise.value, text: commonMistakes.signFlipped() };
  if (!Array.isArray(expression)) return [flipped];
  const [, ...operands] = expression as readonly [string, ...Expression[]];
  const known = originOf(exercise.id).commonMistakes?.({ ...exercise, operands }) ?? [];
  return [...known, { ...flipped, expression: ["neg", expression] }];
}
