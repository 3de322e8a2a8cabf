/** What a person can do with the run: train, pause, go to an epoch, switch branches. */
import { MAX_EPOCHS } from "@neural-viz/engine";
import { partsOf } from "../derived.ts";
import { tell, pictureOptions } from "../mailbox.ts";
import { adjustTraining } from "../setup/begin.ts";
import { locksAny } from "../setup/refuse.ts";
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import { seekTargetOf } from "./phase.ts";

const { getState, setState } = store;

export function train(): void {
  if (isQuestionOpen()) return;
  if (getState().snapshot.stopped?.reason === "diverged") return;
  tell({ kind: "play" });
}

export function pause(): void {
  tell({ kind: "pause" });
}

/**
 * Continues after a stop. If a convergence rule stopped the run, turns the rules off; if the epoch limit did, doubles
 * it.
 */
export function goOn(): void {
  if (isQuestionOpen()) return;
  const { experiment, snapshot } = getState();
  const reason = snapshot.stopped?.reason;
  const done = Math.ceil(snapshot.t / partsOf(getState()).perEpoch);
  if (locksAny(getState(), ["training"])) return;
  if (reason === "epochs") adjustTraining({ epochs: Math.min(MAX_EPOCHS, 2 * Math.max(done, 500)) });
  else if (reason !== undefined) {
    const epochs = Math.max(experiment.training.epochs, Math.min(MAX_EPOCHS, 2 * done));
    adjustTraining({ autoStop: false, epochs });
  }
  train();
}

/** Trains one epoch. */
export function step(): void {
  if (isQuestionOpen()) return;
  tell({ kind: "step" });
}

/** Shows the state after t updates. */
export function seek(t: number): void {
  if (isQuestionOpen()) return;
  tell({ kind: "seek", t: Math.max(0, Math.min(getState().snapshot.last, t)) });
}

/** Moves by this many epochs from the epoch shown, or from the one that was asked for if it hasn't arrived yet. */
export function seekBy(epochs: number): void {
  const state = getState();
  seek((seekTargetOf(state) ?? state.snapshot.t) + epochs);
}

/** Shows another branch, at the same epoch if it got that far. */
export function switchTo(branch: number): void {
  compare(undefined);
  tell({ kind: "switch", branch });
}

export function discard(branch: number): void {
  tell({ kind: "discard", branch });
}

/** Shows a branch next to the current one; undefined hides it. */
export function compare(comparison: number | undefined): void {
  setState({ comparison });
  tell({ kind: "pictures", options: pictureOptions() });
}

export function setPace(epochsPerSecond: number): void {
  tell({ kind: "pace", epochsPerSecond }, { epochsPerSecond });
}

/** Dismisses the notice about a run that was trained again. */
export function forgetArrival(): void {
  setState({ arrived: undefined });
}
