/** A result to reach, for an unknown to solve for: one that the network gives with another value of the unknown. */
import {
  judge,
  type QuantityId,
  solutionOf,
  type SolveExercise,
  solveVariantOf,
  valueOf,
} from "@neural-viz/engine";

/** By how much the unknown is moved, and to how many digits the outcome is rounded: the first that can be reached. */
const MOVES = [0.5, -0.5, 1, -1, 2, -2];
const ROUNDED_TO = [2, 3, 4];

/** The present result moved a little, to a number that can be reached; the present one if no move changes it. */
export function reachableGoal(exercise: SolveExercise): number {
  const unknown = exercise.ask[0]!;
  const result = Object.keys(exercise.given)[0] as QuantityId;
  const { run } = solutionOf({ ...exercise, style: "blanks", ask: [result], given: [] });
  const [now, present] = [valueOf(run, unknown), valueOf(run, result)];
  for (const digits of ROUNDED_TO) {
    for (const move of MOVES) {
      const outcome = judge(exercise, { [unknown]: now + move })[0]!.value;
      const goal = Number(outcome.toPrecision(digits));
      const isMoved = Number.isFinite(goal) && goal !== Number(present.toPrecision(digits));
      if (isMoved && solveVariantOf({ ...exercise, given: { [result]: goal } }).rejection === undefined)
        return goal;
    }
  }
  return Number(present.toPrecision(exercise.digits));
}
