/** What the page says of a run, as functions of the state: no number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import { partsOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";
import { capital, count } from "../kit/text.ts";
import { words } from "#text/playground";

export function reasonOf({ reason, t, id }: Stop, perEpoch: number): string {
  switch (reason) {
    case "converged-loss":
      return words.belowLoss(SMALL_LOSS);
    case "converged-confidence":
      return words.confident(HIGH_CONFIDENCE * 100, CONFIDENT_EPOCHS);
    case "epochs":
      return perEpoch === 1
        ? words.epochLimitReached(count(t))
        : words.epochLimitOfUpdatesReached(count(t / perEpoch), perEpoch);
    case "updates":
      return words.updateLimitReached(count(t));
    case "diverged":
      return words.notFinite(id);
  }
}

/** What t counts: with the full batch an epoch is one update. */
export function unitOf(perEpoch: number): "epoch" | "update" {
  return perEpoch === 1 ? "epoch" : "update";
}

/** Where a run stands after t updates: its epoch, and with mini-batches the batches of that epoch that are done. */
export function whenOf(t: number, perEpoch: number): string {
  if (perEpoch === 1) return words.epochAt(count(t));
  return words.batchAt(count(Math.floor(t / perEpoch)), count(t % perEpoch), count(perEpoch));
}

/** How many training points are right, and of those held out. */
export function rightOf(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { correct, test } = state.snapshot;
  const { trained, heldOut } = partsOf(state);
  const train = words.rightOf(correct, trained);
  return test === undefined ? train : words.rightOfBoth(train, test.correct, heldOut);
}

/** The standing of the run for those who listen, complete in itself. */
export function spokenStatus(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { t, loss, stopped } = state.snapshot;
  const { perEpoch } = partsOf(state);
  const standing = words.standing(capital(whenOf(t, perEpoch)), format(loss), rightOf(state));
  return stopped === undefined ? standing : words.standingStopped(standing, reasonOf(stopped, perEpoch));
}
