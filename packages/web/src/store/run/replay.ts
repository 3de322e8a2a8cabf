/**
 * A run whose trainer was lost, or that was under way when the page was left, is trained again, out of sight, up to where
 * it stood: what is on the page stays there until the trainer has the same numbers.
 */
import { type Experiment, fingerprint, MAX_EPOCHS, type QuantityId } from "@neural-viz/engine";
import type { Command, Snapshot } from "../../worker/protocol.ts";

export interface Replay {
  /** Its trainer was lost, or it comes from an earlier visit. */
  readonly after: "loss" | "visit";
  /** The last epoch there was, and the one that was shown. */
  readonly last: number;
  readonly t: number;
  /** The fingerprint of the parameters that were shown. */
  readonly fingerprint: string;
  /** Whether there were other branches. */
  readonly branched: boolean;
  /** What the inspector shows when the run is there; undefined leaves it as it is. */
  readonly inspectorHistory: readonly QuantityId[] | undefined;
  /** How far it is. */
  readonly reached: number;
}

/** How to come back to what a snapshot shows. */
export function replayOfSnapshot(
  { last, t, params, branches }: Snapshot,
  after: Replay["after"],
  inspectorHistory?: readonly QuantityId[],
): Replay {
  const branched = branches.length > 1;
  return { after, last, t, fingerprint: fingerprint(params), branched, inspectorHistory, reached: 0 };
}

/** Trains up to the last epoch. The rules that end training may have been other ones then: at first there are none. */
export function legUp({ last }: Replay, run: number, experiment: Experiment): readonly Command[] {
  const training = { ...experiment.training, autoStop: false, epochs: MAX_EPOCHS };
  return [
    { kind: "configure", run, experiment: { ...experiment, training }, play: false },
    { kind: "seek", t: last },
  ];
}

/** Back to the present rules, and to the epoch that was shown. */
export function legBack({ t }: Replay, { training }: Experiment): readonly Command[] {
  return [
    { kind: "training", training: { epochs: training.epochs, autoStop: training.autoStop } },
    { kind: "seek", t },
  ];
}

/** Whether what was reached is what was there. */
export function sameAgain(replay: Replay, { t, params }: Snapshot): boolean {
  return t === replay.t && fingerprint(params) === replay.fingerprint;
}
