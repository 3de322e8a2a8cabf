/** The objective along one update: from the parameters before it straight to those after it, and beyond. */
import { createObjectivePass } from "../nn/objective.ts";
import type { Recording } from "./recording.ts";

/** The objective at shares of an update: 0 is before it, 1 after it. */
export interface AlongUpdate {
  /** The update, from 1. */
  readonly t: number;
  readonly shares: Float64Array;
  readonly values: Float64Array;
  /** Before and after the update. */
  readonly before: number;
  readonly after: number;
  /** gᵀΔw: the slope at 0, which is also what it predicts for the whole step. */
  readonly predicted: number;
}

/** Evaluations, from a fifth of a step back to half a step beyond. */
const EVALUATIONS = 69;
const [FROM, TO] = [-0.2, 1.5];

/** The objective that update t answers to (that of its batch), along the update. `t` is at least 1. */
export function alongUpdate({ at }: Pick<Recording, "at">, t: number): AlongUpdate {
  const after = at(t).params.slice();
  const session = at(t - 1);
  const { batchGoal, gradient } = session;
  const start = session.params.slice();
  const objective = createObjectivePass(batchGoal);
  const params = start.slice();
  const valueAt = (share: number): number => {
    for (let i = 0; i < params.length; i++) params[i] = start[i]! + share * (after[i]! - start[i]!);
    return objective(params);
  };
  const shares = Float64Array.from(
    { length: EVALUATIONS },
    (_, i) => FROM + ((TO - FROM) * i) / (EVALUATIONS - 1),
  );
  return {
    t,
    shares,
    values: shares.map(valueAt),
    before: objective(start),
    after: objective(after),
    predicted: gradient.reduce((sum, g, i) => sum + g * (after[i]! - start[i]!), 0),
  };
}
