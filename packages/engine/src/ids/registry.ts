/** The registry of all kinds of ids. A new kind needs one line here and one in the union of ids. */
import { a } from "./kinds/a.ts";
import { acc } from "./kinds/acc.ts";
import { acctest } from "./kinds/acctest.ts";
import { aff, type AffId } from "./kinds/aff.ts";
import { affb } from "./kinds/affb.ts";
import { batch, type BatchId } from "./kinds/batch.ts";
import { check, type CheckId } from "./kinds/check.ts";
import { conf } from "./kinds/conf.ts";
import { delta } from "./kinds/delta.ts";
import { difference, type DifferenceId } from "./kinds/difference.ts";
import { dJ } from "./kinds/dJ.ts";
import { dL } from "./kinds/dL.ts";
import { ez } from "./kinds/ez.ts";
import { f, type FId } from "./kinds/f.ts";
import { ell } from "./kinds/ell.ts";
import { gradient, type GradientId } from "./kinds/gradient.ts";
import { hyper, type HyperId } from "./kinds/hyper.ts";
import { init, type InitId } from "./kinds/init.ts";
import { J } from "./kinds/J.ts";
import { L } from "./kinds/L.ts";
import { Lbatch } from "./kinds/Lbatch.ts";
import { Lmean, type LmeanId } from "./kinds/Lmean.ts";
import { Ltest } from "./kinds/Ltest.ts";
import { optimizerState, type OptimizerStateId } from "./kinds/optimizerState.ts";
import { norm, type NormId } from "./kinds/norm.ts";
import { p, type PId } from "./kinds/p.ts";
import { parameter, type ParameterId } from "./kinds/parameter.ts";
import { path, type PathId } from "./kinds/path.ts";
import { predicted } from "./kinds/predicted.ts";
import { R } from "./kinds/R.ts";
import { r2 } from "./kinds/r2.ts";
import { rmse } from "./kinds/rmse.ts";
import { rng, type RngId } from "./kinds/rng.ts";
import { S } from "./kinds/softmaxRest.ts";
import { slice, type SliceId } from "./kinds/slice.ts";
import { slope } from "./kinds/slope.ts";
import { x, type XId } from "./kinds/x.ts";
import { y, type YId } from "./kinds/y.ts";
import { yhat } from "./kinds/yhat.ts";
import { ymean, type YmeanId } from "./kinds/ymean.ts";
import type { MomentId } from "./kinds/momentQuantity.ts";
import type { OutputId } from "./kinds/outputQuantity.ts";
import type { PointId } from "./kinds/pointQuantity.ts";
import type { UnitId } from "./kinds/unit.ts";
import { z } from "./kinds/z.ts";
import { Z } from "./kinds/softmaxSum.ts";
import { zmax } from "./kinds/zmax.ts";

/** Every kind by its name. */
export const namings = {
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

/** A parsed id. */
export type Id =
  | XId
  | FId
  | YId
  | ParameterId
  | UnitId<"z">
  | UnitId<"a">
  | UnitId<"slope">
  | AffId
  | UnitId<"affb">
  | UnitId<"delta">
  | PointId<"zmax">
  | OutputId<"ez">
  | PointId<"S">
  | PointId<"Z">
  | PId
  | OutputId<"yhat">
  | PointId<"ell">
  | PointId<"conf">
  | MomentId<"L">
  | MomentId<"R">
  | MomentId<"J">
  | LmeanId
  | YmeanId
  | MomentId<"rmse">
  | MomentId<"r2">
  | MomentId<"Ltest">
  | MomentId<"Lbatch">
  | MomentId<"acc">
  | MomentId<"acctest">
  | MomentId<"dL">
  | MomentId<"dJ">
  | MomentId<"predicted">
  | BatchId
  | GradientId
  | OptimizerStateId
  | DifferenceId
  | CheckId
  | NormId
  | PathId
  | SliceId
  | InitId
  | RngId
  | HyperId;

/** A parsed id of one kind. */
export type IdOf<K extends Id["kind"]> = Extract<Id, { kind: K }>;
