/**
 * Training a run again in the background, after its trainer was lost or the page was reloaded. The page keeps its
 * numbers until the trainer has the same ones.
 */
import { type Experiment, fingerprint, MAX_EPOCHS, type QuantityId } from "@neural-viz/engine";
import type { Command, Snapshot } from "../../worker/protocol.ts";

export interface Replay {
  /** Why: its trainer was lost, or it comes from an earlier visit. */
  readonly after: "loss" | "visit";
  /** The last recorded epoch, and the one that was shown. */
  readonly last: number;
  readonly t: number;
  /** The fingerprint of the parameters that were shown. */
  readonly fingerprint: string;
  /** Whether there were other branches. */
  readonly branched: boolean;
  /** What the inspector shows once the run is back; undefined leaves it unchanged. */
  readonly inspectorHistory: readonly QuantityId[] | undefined;
  /** How many updates have been trained so far. */
  readonly reached: number;
}

/** How to get back to what a snapshot shows. */
export function replayOfSnapshot(
  { last, t, params, branches }: Snapshot,
  after: Replay["after"],
  inspectorHistory?: readonly QuantityId[],
): Replay {
  const branched = branches.length > 1;
  return { after, last, t, fingerprint: fingerprint(params), branched, inspectorHistory, reached: 0 };
}

/** Trains up to the last epoch, without the rules that stop training: they may have been different then. */
export function legUp({ last }: Replay, run: number, experiment: Experiment): readonly Command[] {
  const training = { ...experiment.training, autoStop: false, epochs: MAX_EPOCHS };
  return [
    { kind: "configure", run, experiment: { ...experiment, training }, play: false },
    { kind: "seek", t: last },
  ];
}

/** Restores the current rules and goes back to the epoch that was shown. */
export function legBack({ t }: Replay, { training }: Experiment): readonly Command[] {
  return [
    { kind: "training", training: { epochs: training.epochs, autoStop: training.autoStop } },
    { kind: "seek", t },
  ];
}

/** Whether the run has the same parameters as before. */
export function sameAgain(replay: Replay, { t, params }: Snapshot): boolean {
  return t === replay.t && fingerprint(params) === replay.fingerprint;
}
