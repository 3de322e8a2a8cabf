/** The sentences about a run, as functions of the state. No number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import { networkOf, partsOf, smallLossOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";
import { capital, count } from "../kit/text.ts";
import { type CorrectCounts, messages } from "#text/playground";

/** The probability of a point's correct class where |2ŷ − 1| is HIGH_CONFIDENCE. */
export const CONFIDENT_PROBABILITY = (1 + HIGH_CONFIDENCE) / 2;

export function reasonOf({ reason, t, id }: Stop, state: Pick<AppState, "experiment">): string {
  const { perEpoch } = partsOf(state);
  switch (reason) {
    case "converged-loss":
      return networkOf(state).head.classifies
        ? messages.belowLoss(SMALL_LOSS)
        : messages.belowShareOfMean(SMALL_LOSS, format(smallLossOf(state)));
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

/** How many training points are correct, and how many held-out points; undefined for values. */
export function correctCountsOf(state: Pick<AppState, "snapshot" | "experiment">): CorrectCounts | undefined {
  const { correct, test } = state.snapshot;
  const { trained, heldOut } = partsOf(state);
  if (correct === undefined) return undefined;
  return {
    correct,
    trained,
    ...(test === undefined ? {} : { test: { correct: test.correct ?? 0, heldOut } }),
  };
}

/** How well the network does: "142 of 200" are correct, or the root mean square of the errors. */
export function scoreOf(state: Pick<AppState, "snapshot" | "experiment">): string {
  const counts = correctCountsOf(state);
  if (counts === undefined) return rmseText(state.snapshot);
  const { correct, trained, test } = counts;
  const training = messages.correctOf(correct, trained);
  return test === undefined ? training : messages.correctOfBoth(training, test.correct, test.heldOut);
}

function rmseText({ fit }: AppState["snapshot"]): string {
  const { rmse = 0, testRmse } = fit ?? {};
  return testRmse === undefined ? format(rmse) : messages.withTest(format(rmse), format(testRmse));
}

/** The same as a part of a sentence: "142 of 200 points correct", "RMSE 0.1437". */
export function measureText(state: Pick<AppState, "snapshot" | "experiment">): string {
  const counts = correctCountsOf(state);
  return counts === undefined ? messages.rmse(rmseText(state.snapshot)) : messages.shareCorrect(counts);
}

/** The status of the run for screen readers, complete in itself. */
export function spokenStatus(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { t, loss, stopped, correct } = state.snapshot;
  const { perEpoch } = partsOf(state);
  const score = correct === undefined ? messages.rmse(scoreOf(state)) : messages.scoreCorrect(scoreOf(state));
  const status = messages.status(capital(whenOf(t, perEpoch)), format(loss), score);
  return stopped === undefined ? status : messages.statusStopped(status, reasonOf(stopped, state));
}
