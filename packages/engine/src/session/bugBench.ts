/**
 * The bug bench: trains with and without a planted bug, from the same parameters, on the same data, with a fresh
 * optimizer, and runs the gradient check on the buggy gradient.
 */
import type { Work } from "../math/progress.ts";
import { buggyGradient, type PlantedBug } from "../nn/bugs.ts";
import { DEFAULT_EPSILON } from "../nn/epsilon.ts";
import { checkingGradient, type GradientCheck } from "../nn/gradcheck.ts";
import { createUpdater } from "../nn/optimizers/updater.ts";
import type { Network } from "../nn/network.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import { type Batch, createEvaluator } from "../nn/propagation.ts";

/** The result of training with and without a planted bug. */
export interface BugBench {
  /** L after 0 … epochs updates, by the engine's own forward pass: `losses` with the bug, `healthy` without. */
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

/** Trains for `epochs` updates with the bug and without it. `params` is not changed. */
export function* bugBench(
  network: Network,
  batch: Batch,
  params: Float64Array,
  optimizer: OptimizerChoice,
  bug: PlantedBug,
  epochs: number,
): Work<BugBench> {
  const healthy = new Float64Array(epochs + 1);
  const losses = new Float64Array(epochs + 1);
  const evaluator = createEvaluator(network, batch);
  const right = params.slice();
  const wrong = params.slice();
  const updateRight = createUpdater(network.size, optimizer);
  const updateWrong = createUpdater(network.size, optimizer);
  let gradient = buggyGradient(network, batch, wrong, bug);
  for (let t = 0; ; t++) {
    evaluator.evaluate(wrong);
    losses[t] = evaluator.loss;
    evaluator.evaluate(right);
    healthy[t] = evaluator.loss;
    if (t === epochs) break;
    updateRight.update(right, evaluator.gradient);
    updateWrong.update(wrong, gradient);
    gradient = buggyGradient(network, batch, wrong, bug, gradient);
    yield (0.9 * (t + 1)) / epochs;
  }
  const check = yield* checkingGradient(network, batch, wrong, DEFAULT_EPSILON, gradient);
  const layers = suspects(network, check);
  const suspect = layers.findLastIndex(({ weights, biases }) => weights.wrong + biases.wrong > 0) + 1;
  return { losses, healthy, params: wrong, check, layers, suspect: suspect === 0 ? undefined : suspect };
}

/** The number of wrong gradients in each layer. Errors propagate backward, so the bug is in the last layer that has any. */
function suspects({ layers }: Network, { parameters }: GradientCheck): SuspectLayer[] {
  const count = (from: number, to: number): { wrong: number; of: number } => ({
    wrong: parameters.slice(from, to).filter(({ verdict }) => verdict === "differs").length,
    of: to - from,
  });
  return layers.map(({ weight, bias, fanOut }) => ({
    weights: count(weight, bias),
    biases: count(bias, bias + fanOut),
  }));
}
