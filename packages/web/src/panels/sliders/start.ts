/** Where the hands began: what to compare with, and where training begins that is to be beaten. */
import { changedUpTo, type Experiment } from "@neural-viz/engine";
import type { AppState } from "../../store/store.ts";
import type { Snapshot } from "../../worker/protocol.ts";

export interface Start {
  /** Without what was changed after t. */
  readonly experiment: Experiment;
  readonly t: number;
  readonly params: Float64Array;
  /** What training lowers. */
  readonly lowered: number;
}

/** What training lowers: J with a penalty on the weights, else L. */
export const loweredOf = ({ objective, loss }: Snapshot): number => objective ?? loss;

export function startAt({ experiment, snapshot }: AppState): Start {
  const { t, params } = snapshot;
  return { experiment: changedUpTo(experiment, t), t, params, lowered: loweredOf(snapshot) };
}

/** Whether the page shows the moment at which the hands began, whatever they have changed there since. */
export const isThere = (start: Start, state: AppState): boolean =>
  state.snapshot.t === start.t && goesBackTo(start, state);

/** Whether what the page shows came from that moment, perhaps by more training. */
export function goesBackTo({ experiment, t }: Start, { snapshot, experiment: shown }: AppState): boolean {
  return snapshot.t >= t && before(experiment, t) === before(shown, t);
}

const before = ({ changes }: Experiment, t: number): string =>
  JSON.stringify(changes.filter(({ at }) => at < t));
