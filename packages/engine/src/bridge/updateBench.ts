/**
 * The bug bench for mistakes of the optimizer's step: trains with a mistake and without it, from the same parameters, on
 * the same data, with a fresh optimizer.
 *
 * Such a mistake leaves every gradient right, so the gradient check can't find it. The update check can: it does each
 * update again by the optimizer's rule, from the loop's own parameters and gradients, and compares.
 */
import type { Work } from "../math/progress.ts";
import { DEFAULT_EPSILON } from "../nn/epsilon.ts";
import { checkingGradient, type GradientCheck } from "../nn/gradcheck.ts";
import type { Batch } from "../nn/kernel.ts";
import { createObjective, type Goal } from "../nn/objective.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import { createUpdater } from "../nn/optimizers/updater.ts";
import { type SuspectLayer, wrongByLayer } from "../session/bugBench.ts";
import type { Message } from "../text/message.ts";
import { precisions } from "./dtype.ts";
import { type UpdateMistake, type UpdateMistakeName, updateMistakes } from "./mistakes/update.ts";
import { createReplay, ruleOf, type StepVariation } from "./replay.ts";
import type { RecordedOptimizer } from "./recording.ts";

/** What the update check finds. */
export interface UpdateCheck {
  /** The first update that moves parameters wrongly, from 1; undefined if none does. */
  readonly first: number | undefined;
  /** How many parameters it moves wrongly, and how many there are. */
  readonly wrong: number;
  readonly of: number;
  /** The parameter that is off most after it, by its index, as the loop has it and as the rule gives it. */
  readonly worst: { readonly index: number; readonly yours: number; readonly ours: number } | undefined;
}

/** The result of training with a mistake in the update, and without it. */
export interface UpdateBench {
  /** L after 0 … n updates. */
  readonly losses: Float64Array;
  readonly healthy: Float64Array;
  /** The gradient check at the parameters after the last update with the mistake. */
  readonly check: GradientCheck;
  readonly layers: readonly SuspectLayer[];
  readonly update: UpdateCheck;
}

/** A mistake of an optimizer's step, as it is shown. */
export interface UpdateBug {
  readonly name: UpdateMistakeName;
  readonly label: string;
  /** What the loop does wrong. */
  readonly description: Message;
}

/** The mistakes of an optimizer's step that can be planted. */
export const updateBugs: readonly UpdateBug[] = updateMistakes.map(({ name, label, description }) => ({
  name,
  label,
  description,
}));

const precision = precisions.float64;

/** A loop that makes a mistake with an optimizer; undefined if it can't be made there, or would change nothing. */
function loopOf(
  { loops, name }: UpdateMistake,
  optimizer: OptimizerChoice,
  points: number,
  count: number,
): StepVariation | undefined {
  const recorded: RecordedOptimizer = { choice: optimizer, weightDecay: 0 };
  const right = ruleOf(recorded);
  // An optimizer without memory starts anew at every update anyway, and one point is a batch of its own size.
  if (name === "optimizerReset" && right.slots.length === 0) return undefined;
  if (name === "learningRateScaled" && count === 1) return undefined;
  const step = {
    t: 0,
    optimizer: recorded,
    params: undefined,
    gradient: undefined,
    state: undefined,
    count,
    points,
    epochBegins: true,
  };
  return loops.find(({ rule }) => rule === undefined || rule(right, step) !== undefined);
}

/** The mistakes that can be made with an optimizer, for batches of `count` of all `points`. */
export function updateMistakesFor(
  optimizer: OptimizerChoice,
  points: number,
  count: number,
): UpdateMistakeName[] {
  return updateMistakes
    .filter((mistake) => loopOf(mistake, optimizer, points, count) !== undefined)
    .map(({ name }) => name);
}

/**
 * Trains for the given number of updates with the mistake and without it. `params` stays as it is. With mini-batches,
 * `batchAt` gives the one of update t + 1. @throws RangeError if the mistake can't be made with this optimizer
 */
export function* updateBench(
  goal: Goal,
  params: Float64Array,
  optimizer: OptimizerChoice,
  name: UpdateMistakeName,
  updates: number,
  batchAt?: (t: number) => Batch,
): Work<UpdateBench> {
  const points = goal.batch.count;
  const seenAt = (t: number): Batch => batchAt?.(t) ?? goal.batch;
  const mistake = updateMistakes.find((one) => one.name === name)!;
  const variation = loopOf(mistake, optimizer, points, seenAt(0).count);
  if (variation === undefined) throw new RangeError(`${name} can't be made with ${optimizer.name}.`);
  const size = goal.network.size;
  const losses = new Float64Array(updates + 1);
  const healthy = new Float64Array(updates + 1);
  const all = createObjective(goal);
  const right = params.slice();
  let wrong: Float64Array = params.slice();
  const updateRight = createUpdater(size, optimizer);
  const loop = createReplay(size, precision, variation);
  const rule = createReplay(size, precision);
  let found: UpdateCheck = { first: undefined, wrong: 0, of: size, worst: undefined };
  const gradientAt = (t: number, at: Float64Array): Float64Array => {
    const of = batchAt === undefined ? all : createObjective({ ...goal, batch: seenAt(t) });
    of.evaluate(at);
    return of.gradient.slice();
  };
  let seen = 0;
  for (let t = 0; ; t++) {
    all.evaluate(wrong);
    losses[t] = all.loss;
    all.evaluate(right);
    healthy[t] = all.loss;
    if (t === updates) break;
    updateRight.update(right, gradientAt(t, right));
    const { count } = seenAt(t);
    const epochBegins = seen % points < count;
    seen += count;
    const step = {
      t,
      optimizer: { choice: optimizer, weightDecay: 0 },
      params: wrong,
      gradient: gradientAt(t, wrong),
      state: undefined,
      count,
      points,
      epochBegins,
    };
    const done = loop.next(step)!.values;
    const { values, errors } = rule.next(step)!;
    if (found.first === undefined) found = checked(t + 1, done, values, errors) ?? found;
    wrong = done;
    yield (0.9 * (t + 1)) / updates;
  }
  all.evaluate(wrong);
  const check = yield* checkingGradient(goal, wrong, DEFAULT_EPSILON, all.gradient.slice());
  return { losses, healthy, check, layers: wrongByLayer(goal.network, check), update: found };
}

/** Compares an update with what the rule gives, up to rounding; undefined if all agree. */
function checked(
  first: number,
  yours: Float64Array,
  ours: Float64Array,
  errors: Float64Array,
): UpdateCheck | undefined {
  const off = Array.from(yours, (value, index) => ({ index, yours: value, ours: ours[index]! })).filter(
    ({ index, yours: value, ours: rule }) => !(Math.abs(value - rule) <= 2 * errors[index]!),
  );
  if (off.length === 0) return undefined;
  const worst = off.reduce((most, one) =>
    Math.abs(one.yours - one.ours) > Math.abs(most.yours - most.ours) ? one : most,
  );
  return { first, wrong: off.length, of: yours.length, worst };
}
