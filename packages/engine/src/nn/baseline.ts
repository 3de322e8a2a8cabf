/** What a network does that has learned nothing: the losses that a trained one is compared with. */
import { rowOf } from "../math/classes.ts";
import type { Head } from "./head.ts";
import type { Batch } from "./kernel.ts";

/** The mean of each output's targets: added up from the first sample to the last, and divided once. */
export function meanTargets({ count, targets }: Pick<Batch, "count" | "targets">): Float64Array {
  return Float64Array.from(targets, (column) => {
    let sum = 0;
    for (let s = 0; s < count; s++) sum += column[s]!;
    return sum / count;
  });
}

/** The loss of always predicting the mean of the targets. */
export function meanLoss(head: Head, batch: Pick<Batch, "count" | "targets">): number {
  return constantLoss(head, batch, meanTargets(batch));
}

/** The loss of always putting out the same numbers. */
function constantLoss(
  head: Head,
  { count, targets }: Pick<Batch, "count" | "targets">,
  outputs: Float64Array,
): number {
  let sum = 0;
  for (let s = 0; s < count; s++) sum += head.lossOf(outputs, outputs, rowOf(targets, s));
  return sum / count;
}

/** Whether every output's targets are all the same number: then there is nothing to explain, and no R². */
export function areConstant({ targets }: Pick<Batch, "targets">): boolean {
  return targets.every((column) => column.every((value) => value === column[0]));
}

/** The root of the mean of (ŷ − y)² over the samples and the outputs, from the loss of a head with squared errors. */
export function rootMeanSquaredError(
  { loss: name }: Pick<Head, "loss">,
  loss: number,
  outputs: number,
): number {
  if (name === "mse") return Math.sqrt(loss);
  return Math.sqrt(outputs === 1 ? 2 * loss : (2 * loss) / outputs);
}
