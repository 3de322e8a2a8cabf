/** What a person can do with the run: train, pause, go to an epoch, change between branches. */
import { MAX_EPOCHS } from "@neural-viz/engine";
import { partsOf } from "../derived.ts";
import { tell, pictureOptions } from "../mailbox.ts";
import { adjustTraining } from "../setup/choose.ts";
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

/** Goes on after a stop: past a rule of convergence by switching the rules off, past the limit by doubling it. */
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

/** One epoch. */
export function step(): void {
  if (isQuestionOpen()) return;
  tell({ kind: "step" });
}

/** Shows what was there after t updates. */
export function seek(t: number): void {
  if (isQuestionOpen()) return;
  tell({ kind: "seek", t: Math.max(0, Math.min(getState().snapshot.last, t)) });
}

/** Moves by so many epochs from where one is, or will be when all that was asked for has arrived. */
export function seekBy(epochs: number): void {
  const state = getState();
  seek((seekTargetOf(state) ?? state.snapshot.t) + epochs);
}

/** Shows another branch, at the same epoch if it reached it. */
export function switchTo(branch: number): void {
  compare(undefined);
  tell({ kind: "switch", branch });
}

export function discard(branch: number): void {
  tell({ kind: "discard", branch });
}

/** Shows a branch beside the present one; none when undefined. */
export function compare(comparison: number | undefined): void {
  setState({ comparison });
  tell({ kind: "pictures", options: pictureOptions() });
}

export function setPace(epochsPerSecond: number): void {
  tell({ kind: "pace", epochsPerSecond }, { epochsPerSecond });
}

/** What became of a run that was trained again has been read. */
export function forgetArrival(): void {
  setState({ arrived: undefined });
}
