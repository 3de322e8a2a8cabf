/** The sentences about a run, as functions of the state. No number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import { partsOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";
import { capital, count } from "../kit/text.ts";
import { type CorrectCounts, messages } from "#text/playground";

/** The probability of a point's correct class where |2ŷ − 1| is HIGH_CONFIDENCE. */
export const CONFIDENT_PROBABILITY = (1 + HIGH_CONFIDENCE) / 2;

export function reasonOf({ reason, t, id }: Stop, perEpoch: number): string {
  switch (reason) {
    case "converged-loss":
      return messages.belowLoss(SMALL_LOSS);
    case "converged-confidence":
      return messages.confident(CONFIDENT_PROBABILITY, CONFIDENT_EPOCHS);
    case "epochs":
      return perEpoch === 1
        ? messages.epochLimitReached(count(t))
        : messages.epochLimitOfUpdatesReached(t / perEpoch, perEpoch);
    case "updates":
      return messages.updateLimitReached(t);
    case "diverged":
      return messages.notFinite(id);
  }
}

/** What t counts: with the full batch an epoch is one update. */
export function unitOf(perEpoch: number): "epoch" | "update" {
  return perEpoch === 1 ? "epoch" : "update";
}

/** The epoch after t updates and, with mini-batches, how many batches of it are done. */
export function whenOf(t: number, perEpoch: number): string {
  if (perEpoch === 1) return messages.epochAt(count(t));
  return messages.batchAt(count(Math.floor(t / perEpoch)), count(t % perEpoch), count(perEpoch));
}

/** How many training points are correct, and how many held-out points. */
export function correctCountsOf(state: Pick<AppState, "snapshot" | "experiment">): CorrectCounts {
  const { correct, test } = state.snapshot;
  const { trained, heldOut } = partsOf(state);
  return { correct, trained, ...(test === undefined ? {} : { test: { correct: test.correct, heldOut } }) };
}

/** The same in numbers: "142 of 200". */
export function correctOf(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { correct, trained, test } = correctCountsOf(state);
  const training = messages.correctOf(correct, trained);
  return test === undefined ? training : messages.correctOfBoth(training, test.correct, test.heldOut);
}

/** The status of the run for screen readers, complete in itself. */
export function spokenStatus(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { t, loss, stopped } = state.snapshot;
  const { perEpoch } = partsOf(state);
  const status = messages.status(capital(whenOf(t, perEpoch)), format(loss), correctOf(state));
  return stopped === undefined ? status : messages.statusStopped(status, reasonOf(stopped, perEpoch));
}
