import { captions } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { GradientId } from "../../ids/kinds/gradient.ts";
import { isRounding } from "../../math/rounding.ts";
import { indicesOf } from "../../nn/network.ts";
import type { CommonMistake, Exercise, Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import {
  derived,
  inputOf,
  inputValue,
  isIn,
  kindOfParameter,
  labeledTraceOf,
  pointsOfGradient,
} from "../parts.ts";
import { usersInRule } from "../rule.ts";

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
      });
      return derived(g, caption, ["mean", ...each]);
    }
    const [l, j, k] = indicesOf(name);
    const seen = labeledTraceOf(run, point, state);
    const delta = seen.delta[l - 1]![j - 1]!;
    const deltaId = ids.delta.of(l, j, point, t);
    if (k === undefined) return derived(delta, captions.biasGradientOfPoint(), deltaId);
    return derived(delta * inputValue(run, l, k, point, seen), captions.weightGradientOfPoint(), [
      "*",
      deltaId,
      inputOf(l, k, point, t),
    ]);
  },
  usedBy(run, { name, point, t }) {
    if (point !== undefined) return isIn(run.batches.at(t), point) ? [ids.gradient.of(name, t)] : [];
    return t < run.last ? usersInRule(run, "g", name, t + 1) : [];
  },
  commonMistakes: (exercise) => (exercise.id.point === undefined ? ofMean(exercise) : ofSample(exercise)),
};

const ofMean = ({ operands, at }: Exercise<GradientId>): readonly CommonMistake[] => [
  {
    value: at(["sum", ...operands]),
    text: commonMistakes.sumOfGradients(),
  },
];

function ofSample({ id: { name, point, t }, operands, at }: Exercise<GradientId>): readonly CommonMistake[] {
  const [delta, input] = operands as [string, string];
  const [l, , k] = indicesOf(name);
  const before = l > 1 ? [["*", delta, ids.z.of(l - 1, k!, point!, t)] as const] : [];
  return [
    ...before.map((product) => ({ value: at(product), text: commonMistakes.zForActivation() })),
    { value: at(delta), text: commonMistakes.errorAlone() },
    { value: at(input), text: commonMistakes.inputAlone() },
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
