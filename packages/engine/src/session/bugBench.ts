/**
 * The bug bench: training with a mistake planted in a copy of backprop, beside training without it, from the same
 * parameters on the same data with a fresh optimizer; and what the gradient check makes of the mistake.
 */
import type { Work } from "../math/progress.ts";
import { buggyGradient, type PlantedBug } from "../nn/bugs.ts";
import { DEFAULT_EPSILON } from "../nn/epsilon.ts";
import { checkingGradient, type GradientCheck } from "../nn/gradcheck.ts";
import { createUpdater } from "../nn/optimizers/updater.ts";
import type { Network } from "../nn/network.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import { type Batch, createEvaluator } from "../nn/propagation.ts";

/** What came of training with a planted mistake, beside training without it. */
export interface BugBench {
  /** L after 0 … epochs updates, by the engine's own forward pass: with the mistake, and without. */
  readonly losses: Float64Array;
  readonly healthy: Float64Array;
  /** Parameters after the last update with the mistake. */
  readonly params: Float64Array;
  /** The gradient with the mistake, beside finite differences of the true loss at these parameters. */
  readonly check: GradientCheck;
  /** What the check says of each layer, the first one first. */
  readonly layers: readonly SuspectLayer[];
  /** The layer to look at, from 1; undefined when every gradient agrees. */
  readonly suspect: number | undefined;
}

/** How many gradients of a layer the check finds wrong. */
export interface SuspectLayer {
  /** Parameters whose gradient differs from the finite difference, and how many there are. */
  readonly weights: { readonly wrong: number; readonly of: number };
  readonly biases: { readonly wrong: number; readonly of: number };
}

/** Trains `epochs` updates with the mistake and without. `params` is not changed. */
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

/** How many gradients of each layer are wrong. Errors pass back from the loss, so they began in the last wrong layer. */
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
