/**
 * The bug bench: trains with and without a planted bug, from the same parameters, on the same data, with a fresh
 * optimizer, and runs the gradient check on the buggy gradient.
 */
import type { Work } from "../math/progress.ts";
import { buggyGradient, buggyLoss, type PlantedBug } from "../nn/bugs.ts";
import { DEFAULT_EPSILON } from "../nn/epsilon.ts";
import { checkingGradient, type GradientCheck } from "../nn/gradcheck.ts";
import { createUpdater } from "../nn/optimizers/updater.ts";
import type { Batch } from "../nn/kernel.ts";
import type { Network } from "../nn/network.ts";
import { createObjective, type Goal } from "../nn/objective.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";

/** The result of training with and without a planted bug. */
export interface BugBench {
  /** L after 0 … n updates: as the loop with the mistake reports it, and without the mistake. */
  readonly losses: Float64Array;
  readonly healthy: Float64Array;
  /** The parameters after the last update with the bug. */
  readonly params: Float64Array;
  /** The check of the buggy gradient against finite differences of the true loss at these parameters. */
  readonly check: GradientCheck;
  /** The result of the check for each layer, from the first to the output. */
  readonly layers: readonly SuspectLayer[];
  /** The layer that the bug is probably in, from 1; undefined if every gradient agrees. */
  readonly suspect: number | undefined;
}

/** The number of wrong gradients in a layer. */
export interface SuspectLayer {
  /** The number of parameters whose gradient differs from the finite difference, and the number of parameters. */
  readonly weights: { readonly wrong: number; readonly of: number };
  readonly biases: { readonly wrong: number; readonly of: number };
}

/**
 * Trains for the given number of updates with the mistake and without it. `params` stays as it is. With mini-batches,
 * `batchAt` gives the one of update t + 1.
 */
export function* bugBench(
  goal: Goal,
  params: Float64Array,
  optimizer: OptimizerChoice,
  bug: PlantedBug,
  updates: number,
  batchAt?: (t: number) => Batch,
): Work<BugBench> {
  const { network, batch } = goal;
  const healthy = new Float64Array(updates + 1);
  const losses = new Float64Array(updates + 1);
  const all = createObjective(goal);
  const right = params.slice();
  const wrong = params.slice();
  const updateRight = createUpdater(network.size, optimizer);
  const updateWrong = createUpdater(network.size, optimizer);
  /** What the loop looks at in update t + 1, and what the one with the mistake looks at. */
  const seenAt = (t: number): Goal => (batchAt === undefined ? goal : { ...goal, batch: batchAt(t) });
  const seenWrongly = (t: number): Goal => seenAt(bug.name === "previousBatch" ? Math.max(0, t - 1) : t);
  let gradient = buggyGradient(seenWrongly(0), wrong, bug);
  for (let t = 0; ; t++) {
    all.evaluate(wrong);
    losses[t] = buggyLoss(network, all.loss, batch.count, bug);
    all.evaluate(right);
    healthy[t] = all.loss;
    if (t === updates) break;
    updateRight.update(
      right,
      batchAt === undefined ? all.gradient : buggyGradient(seenAt(t), right, undefined),
    );
    updateWrong.update(wrong, gradient);
    gradient = buggyGradient(seenWrongly(t + 1), wrong, bug, gradient);
    yield (0.9 * (t + 1)) / updates;
  }
  const check = yield* checkingGradient(seenAt(updates), wrong, DEFAULT_EPSILON, gradient);
  const layers = wrongByLayer(network, check);
  const suspect = layers.findLastIndex(({ weights, biases }) => weights.wrong + biases.wrong > 0) + 1;
  return { losses, healthy, params: wrong, check, layers, suspect: suspect === 0 ? undefined : suspect };
}

/** The number of wrong gradients in each layer. Errors propagate backward, so the bug is in the last layer that has any. */
export function wrongByLayer({ layers }: Network, { parameters }: GradientCheck): SuspectLayer[] {
  const count = (from: number, to: number): { wrong: number; of: number } => ({
    wrong: parameters.slice(from, to).filter(({ verdict }) => verdict === "differs").length,
    of: to - from,
  });
  return layers.map(({ weight, bias, fanOut }) => ({
    weights: count(weight, bias),
    biases: count(bias, bias + fanOut),
  }));
}
