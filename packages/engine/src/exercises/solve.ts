/** Judges the answer to “which b makes ŷ = 0.5?” by putting it in. */
import { exercises as text } from "#text/exercises";
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { ParameterId } from "../ids/kinds/parameter.ts";
import { format } from "../math/format.ts";
import { contains, exactly, widened } from "../math/interval.ts";
import { valueOf } from "../quantities/index.ts";
import { withParameter } from "../session/change.ts";
import { halfUnit } from "./digits.ts";
import type { SolveExercise } from "./exercise.ts";
import type { Judgment } from "./judgment.ts";
import { rangesOf } from "./ranges.ts";
import { runOf } from "./stated.ts";

/** Judges the unknown: `value` is what the quantity becomes with the answer put in, `range` what counts as equal to the goal. */
export function judgeUnknown(exercise: SolveExercise, own: ReadonlyMap<QuantityId, number>): Judgment {
  const { experiment, t, ask, given, digits } = exercise;
  const id = ask[0]!;
  const answer = own.get(id);
  const [[result, wanted]] = Object.entries(given) as [[QuantityId, number]];
  const goal = { goal: format(wanted) };
  const half = halfUnit(wanted, digits);
  const range = widened(exactly(wanted), half);
  if (answer === undefined) {
    const value = valueOf(runOf(exercise), result);
    return { id, answer, verdict: "missing", value, range, message: text.noUnknown(goal) };
  }
  const { name } = idOf(id) as ParameterId;
  const run = runOf({ experiment: withParameter(experiment, t, name, answer), t });
  const value = valueOf(run, result);
  const reached = rangesOf(run, exercise, own).answer(result);
  return contains(widened(reached, half), wanted)
    ? { id, answer, verdict: "correct", value, range, message: text.reached(goal) }
    : {
        id,
        answer,
        verdict: "wrong",
        value,
        range,
        message: text.notReached({ ...goal, value: format(value) }),
      };
}
