/** How well a network fits values: RMSE and R² over the training samples, and RMSE in the data's own units. */
import { areConstant, meanLoss, rootMeanSquaredError } from "../nn/baseline.ts";
import type { Session } from "./session.ts";
import { unitsOf } from "./start.ts";

/** How well a network fits values. */
export interface Fit {
  readonly rmse: number;
  /** Undefined where the targets are constant: there is no variance to explain. */
  readonly r2: number | undefined;
  /** RMSE of each output in the own unit of its target; undefined where the network sees the own units. */
  readonly ownRmse: readonly number[] | undefined;
  /** RMSE over the held-out samples; undefined when none are held out. */
  readonly testRmse: number | undefined;
}

/** The fit of a run at its present update; undefined where the targets are labels. */
export function fitOf({
  experiment,
  network,
  samples,
  split,
  train,
  outputs,
  loss,
  test,
}: Pick<Session, "experiment" | "network" | "samples" | "split" | "train" | "outputs" | "loss" | "test">):
  | Fit
  | undefined {
  const { head } = network;
  if (head.classifies) return undefined;
  const { targets } = unitsOf(experiment.dataset);
  return {
    rmse: rootMeanSquaredError(head, loss, outputs.length),
    r2: areConstant(train) ? undefined : 1 - loss / meanLoss(head, train),
    ownRmse: targets?.map(({ scale }, j) => {
      let sum = 0;
      for (const s of split.train) {
        const error = outputs[j]![s]! - samples.targets[j]![s]!;
        sum += error * error;
      }
      return Math.abs(scale) * Math.sqrt(sum / split.train.length);
    }),
    testRmse: test === undefined ? undefined : rootMeanSquaredError(head, test.loss, outputs.length),
  };
}
