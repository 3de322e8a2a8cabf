/** The untrained network, drawn at once and by the same code as in the worker: nothing on the page waits for a message. */
import type { Experiment } from "@neural-viz/engine";
import { firstBranch } from "../../worker/branches.ts";
import type { Snapshot } from "../../worker/protocol.ts";
import { snapshotOf } from "../../worker/snapshot.ts";

/**
 * The branch of a run that the trainer has not reported on. Its own begin at 1: what they grow to is kept apart from this
 * one, which the store never lets go of, as part of its first state.
 */
const UNREPORTED = 0;

export function firstSnapshot(experiment: Experiment, run: number, size: number): Snapshot {
  const shown = { ...firstBranch(experiment), id: UNREPORTED };
  return snapshotOf(
    { branches: [shown], shown, t: 0 },
    {
      run,
      acknowledged: 0,
      playing: false,
      canUndo: false,
      canRedo: false,
      options: { size, maps: true, comparison: undefined },
    },
  );
}
