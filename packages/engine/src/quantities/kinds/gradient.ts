import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { GradientId } from "../../ids/kinds/gradient.ts";
import { isRounding } from "../../math/rounding.ts";
import { type Expression, substitute } from "../../math/expression.ts";
import { type ParameterName, indicesOf } from "../../nn/network.ts";
import { activeRegularizers } from "../../nn/regularizers/index.ts";
import type { CommonMistake, Exercise, Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import {
  derived,
  inputOf,
  inputValue,
  isIn,
  isPenalized,
  kindOfParameter,
  labeledTraceOf,
  loweredBy,
  pointsOfGradient,
} from "../parts.ts";
import { usersInRule } from "../rule.ts";
import type { Run } from "../run.ts";
import { mistaken } from "../commonMistakes.ts";

export const gradient: Origin<GradientId> = {
  derive(run, { name, point, t }, valueOf) {
    const index = indexOf(run, name);
    const state = run.at(t);
    if (point === undefined) {
      const each = Array.from(run.batches.at(t), (i) => ids.gradient.of(name, t, i + 1));
      const g = state.gradient[index]!;
      const sign = signOf(g, () => each.map(valueOf));
      const caption = captions.gradient({
        kind: kindOfParameter(name),
        over: pointsOfGradient(run, t),
        sign,
        of: loweredBy(run),
      });
      return derived(g, caption, withPenalty(run, name, t, ["mean", ...each]));
    }
    const [l, j, k] = indicesOf(name);
    const seen = labeledTraceOf(run, point, state);
    const delta = seen.delta[l - 1]![j - 1]!;
    const deltaId = ids.delta.of(l, j, point, t);
    if (k === undefined) return derived(delta, captions.biasGradientOfPoint(), deltaId);
    return derived(delta * inputValue(run, l, k, point, seen), captions.weightGradientOfPoint(), [
      "*",
      deltaId,
      inputOf(run, l, k, point, t),
    ]);
  },
  usedBy(run, { name, point, t }) {
    if (point !== undefined) return isIn(run.batches.at(t), point) ? [ids.gradient.of(name, t)] : [];
    return t < run.last ? usersInRule(run, "g", name, t + 1) : [];
  },
  commonMistakes: (exercise) => (exercise.id.point === undefined ? ofMean(exercise) : ofSample(exercise)),
};

function ofMean({
  run,
  id: { name, t },
  operands,
  at,
  value,
}: Exercise<GradientId>): readonly CommonMistake[] {
  if (!isPenalized(run) || name.startsWith("b")) {
    return [mistaken(at, ["sum", ...operands], commonMistakes.sumOfGradients())];
  }
  const mean = operands[0] as readonly ["mean", ...Expression[]];
  const [, ...terms] = mean;
  return [
    mistaken(at, withPenalty(run, name, t, ["sum", ...terms]), commonMistakes.sumOfGradients()),
    mistaken(at, mean, commonMistakes.penaltyMissing()),
    { value: value - at(mean), text: commonMistakes.penaltyAlone() },
  ];
}

/** The gradient of the loss, and then what each penalty adds; biases have none. */
function withPenalty({ regularization }: Run, name: ParameterName, t: number, mean: Expression): Expression {
  if (name.startsWith("b")) return mean;
  const terms = activeRegularizers(regularization)
    .toReversed()
    .map((one) =>
      substitute(one.regularizer.gradient, (symbol) =>
        symbol === "factor" ? ids.hyper.of(one.name, t) : ids.parameter.of(name, t),
      ),
    );
  return terms.length === 0 ? mean : ["+", mean, ...terms];
}

function ofSample({ id: { name, point, t }, operands, at }: Exercise<GradientId>): readonly CommonMistake[] {
  const [delta, input] = operands as [string, string];
  const [l, , k] = indicesOf(name);
  const before = l > 1 ? [["*", delta, ids.z.of(l - 1, k!, point!, t)] as const] : [];
  return [
    ...before.map((product) => mistaken(at, product, commonMistakes.zForActivation())),
    mistaken(at, delta, commonMistakes.errorAlone()),
    mistaken(at, input, commonMistakes.inputAlone()),
  ];
}

/** A larger gradient can't be rounding error, because its terms are of the order of 1. */
const PLAIN = 1e-6;

/** The sign of a gradient, or "rounding" if rounding error alone explains it. */
function signOf(value: number, terms: () => readonly number[]) {
  if (Number.isNaN(value)) return "none";
  if (value === 0) return "zero";
  if (Math.abs(value) < PLAIN && isRounding(value, terms())) return "rounding";
  return value < 0 ? "negative" : "positive";
}
