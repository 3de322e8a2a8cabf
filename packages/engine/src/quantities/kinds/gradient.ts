import { ids } from "../../ids/index.ts";
import type { GradientId } from "../../ids/kinds/gradient.ts";
import { isRounding } from "../../math/rounding.ts";
import { placesOf } from "../../nn/network.ts";
import type { Exercise, Mistake, Origin } from "../origin.ts";
import { derived, indexOf, inputOf, inputValue, isIn, labelledTraceOf, lookedAt } from "../parts.ts";
import { usersInRule } from "../rule.ts";

export const gradient: Origin<GradientId> = {
  derive(run, { name, point, t }, valueOf) {
    const index = indexOf(run, name);
    const state = run.at(t);
    if (point === undefined) {
      const each = Array.from(run.batches.at(t), (place) => ids.gradient.of(name, t, place + 1));
      const g = state.gradient[index]!;
      const advice = adviceOn(g, () => each.map(valueOf));
      return derived(
        g,
        `The slope of the loss along this parameter, the mean over ${lookedAt(run, t)}.${advice}`,
        ["mean", ...each],
      );
    }
    const [l, j, k] = placesOf(name);
    const seen = labelledTraceOf(run, point, state);
    const delta = seen.delta[l - 1]![j - 1]!;
    const deltaId = ids.delta.of(l, j, point, t);
    if (k === undefined) return derived(delta, "A bias takes the whole blame of its neuron.", deltaId);
    return derived(
      delta * inputValue(run, l, k, point, seen),
      "The blame of the neuron it goes into, times what comes through it.",
      ["*", deltaId, inputOf(l, k, point, t)],
    );
  },
  usedBy(run, { name, point, t }) {
    if (point !== undefined) return isIn(run.batches.at(t), point) ? [ids.gradient.of(name, t)] : [];
    return t < run.last ? usersInRule(run, "g", name, t + 1) : [];
  },
  mistakes: (exercise) => (exercise.id.point === undefined ? ofMean(exercise) : ofSample(exercise)),
};

const ofMean = ({ operands, at }: Exercise<GradientId>): readonly Mistake[] => [
  {
    value: at(["sum", ...operands]),
    words: "That is the sum; the mean divides it by the number of points.",
  },
];

function ofSample({ id: { name, point, t }, operands, at }: Exercise<GradientId>): readonly Mistake[] {
  const [delta, input] = operands as [string, string];
  const [l, , k] = placesOf(name);
  const before = l > 1 ? [["*", delta, ids.z.of(l - 1, k!, point!, t)] as const] : [];
  return [
    ...before.map((product) => ({ value: at(product), words: "You used z, not a." })),
    { value: at(delta), words: "That is δ alone; the weight's share is δ times what comes through it." },
    { value: at(input), words: "That is the input alone." },
  ];
}

/** A gradient this large is no rounding error, whatever it is the mean of: the terms' sizes are of the order of 1. */
const PLAIN = 1e-6;

/** Which way to move a parameter, unless its gradient is only what rounding left of terms that cancel. */
function adviceOn(value: number, terms: () => readonly number[]): string {
  if (value === 0) return "";
  if (Math.abs(value) < PLAIN && isRounding(value, terms())) {
    return " The points' gradients cancel: what is left is no larger than rounding errors.";
  }
  return ` ${value < 0 ? "Raise" : "Lower"} this parameter a little, and the loss falls.`;
}
