/** The rules that end training, and the detection of a stalled run. */
import type { QuantityId } from "../ids/kind.ts";
import { meanLoss } from "../nn/baseline.ts";
import type { Head } from "../nn/head.ts";
import type { Batch } from "../nn/kernel.ts";

/** Why training ended, and when. */
export interface Stop {
  readonly reason: "converged-loss" | "converged-confidence" | "epochs" | "updates" | "diverged";
  /** The number of updates done. With mini-batches an epoch has several. */
  readonly t: number;
  /** For "diverged": the first number that was not finite. */
  readonly id?: QuantityId;
}

/** A stop as JSON, for files and for the command line. Its key `epoch` holds the number of updates done. */
export function stopJson({ reason, t, id }: Stop): object {
  return { reason, epoch: t, ...(id !== undefined && { id }) };
}

/** Rule one: the loss is below this; for values it is this share of the loss of always predicting their mean. */
export const SMALL_LOSS = 0.001;

/** The loss below which training stops by rule one. */
export function smallLoss(head: Head, train: Batch): number {
  return head.classifies ? SMALL_LOSS : SMALL_LOSS * meanLoss(head, train);
}

/** Rule two: every point is right with more than this confidence |ŷ − ½|·2, … */
export const HIGH_CONFIDENCE = 0.95;
/** for this many consecutive epochs. */
export const CONFIDENT_EPOCHS = 50;

/** The number of epochs over which a run can count as stalled. */
const STALL_EPOCHS = 1000;
/** A run is stalled if the loss changed by less than this fraction of itself. */
const STALL_SHARE = 0.001;

/** How far the loss fell over the last epochs, if the run is stalled; otherwise undefined. */
export function stalled(
  losses: { readonly length: number; at(i: number): number | undefined },
  allCorrect: boolean,
): { readonly fell: number; readonly epochs: number } | undefined {
  const now = losses.at(losses.length - 1);
  const before = losses.length > STALL_EPOCHS ? losses.at(losses.length - 1 - STALL_EPOCHS) : undefined;
  if (allCorrect || now === undefined || before === undefined) return undefined;
  const fell = before - now;
  return Math.abs(fell) < STALL_SHARE * now ? { fell, epochs: STALL_EPOCHS } : undefined;
}
