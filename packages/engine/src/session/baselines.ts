/** Losses that a trained network is compared with: of guessing, of always predicting the mean, and the noise itself. */
import { type Dataset, datasets } from "../data/index.ts";
import { meanLoss } from "../nn/baseline.ts";
import type { Batch } from "../nn/kernel.ts";
import { log1p } from "../math/elementary.ts";
import type { Network } from "../nn/network.ts";
import type { Experiment } from "./experiment.ts";

/** A loss that needs no training. */
export interface Baseline {
  /**
   * `guess`: every class has the same probability. `mean`: always the mean of the targets. `noise`: the function that
   * made the values, without the noise that was added to them.
   */
  readonly kind: "guess" | "mean" | "noise";
  /** Classes to guess among. */
  readonly classes: number | undefined;
  readonly loss: number;
}

/**
 * The baselines of a network's loss over training points. Of cross-entropy, guessing among K classes is −ln(1/K) = ln K.
 * Noise of standard deviation σ has the expected squared error σ²; the loss of the drawn noise scatters around it.
 */
export function baselinesOf(
  { dataset }: Pick<Experiment, "dataset">,
  { head, layers }: Network,
  train: Pick<Batch, "count" | "targets">,
): Baseline[] {
  if (head.classifies) {
    const outputs = layers.at(-1)!.fanOut;
    const classes = Math.max(2, outputs);
    const loss = head.loss === "crossEntropy" ? log1p(classes - 1) : guessLoss(head.loss, outputs);
    return [{ kind: "guess", classes, loss }];
  }
  const registered: Dataset | undefined = dataset.name === "custom" ? undefined : datasets[dataset.name];
  const sigma = registered?.kind === "function" && "noise" in dataset ? dataset.noise : 0;
  const noise = head.loss === "mse" ? sigma * sigma : 0.5 * sigma * sigma;
  return [
    { kind: "mean", classes: undefined, loss: meanLoss(head, train) },
    ...(noise > 0 ? [{ kind: "noise", classes: undefined, loss: noise } as const] : []),
  ];
}

/** Squared errors of 1/K against one 1 and K − 1 zeros; a single output has one error of ½. */
function guessLoss(loss: "mse" | "squaredError", outputs: number): number {
  const share = 1 / outputs;
  const sum = outputs === 1 ? 0.25 : (1 - share) * (1 - share) + (outputs - 1) * share * share;
  return loss === "mse" ? sum / outputs : 0.5 * sum;
}
