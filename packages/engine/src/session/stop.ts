/** When training ends, and when it deserves a word of advice. */
import type { QuantityId } from "../ids/kind.ts";

/** Why training ended, and when. */
export interface Stop {
  readonly reason: "converged-loss" | "converged-confidence" | "epochs" | "updates" | "diverged";
  /** Updates done when it stopped. With mini-batches an epoch has several. */
  readonly t: number;
  /** For "diverged": the first number that was not finite. */
  readonly id?: QuantityId;
}

/** A stop as JSON holds it, in files and in what the command line prints: there `epoch` counts the updates done. */
export function stopJson({ reason, t, id }: Stop): object {
  return { reason, epoch: t, ...(id !== undefined && { id }) };
}

/** Rule one: the loss is below this. */
export const SMALL_LOSS = 0.001;
/** Rule two: every point is right with more than this confidence |ŷ − ½|·2, … */
export const HIGH_CONFIDENCE = 0.95;
/** … for this many epochs in a row. */
export const CONFIDENT_EPOCHS = 50;

/** Over how many epochs a run is looked at before it is called stalled. */
const STALL_EPOCHS = 1000;
/** A run is stalled when the loss changed by less than this share of itself. */
const STALL_SHARE = 0.001;

/** How little the loss fell over the last epochs, when that is so little that the learner should be told. */
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
