/**
 * The snapshot of the untrained network, drawn at once by the same code as in the worker, so that the first view
 * doesn't wait for a message.
 */
import type { Experiment } from "@neural-viz/engine";
import { firstBranch } from "../../worker/branches.ts";
import type { Snapshot } from "../../worker/protocol.ts";
import { snapshotOf } from "../../worker/snapshot.ts";

/**
 * The branch id before the trainer's first report. The trainer's ids begin at 1. A separate id keeps its record apart
 * from this one, which lives on in the store's first state.
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
      options: { size, maps: true, cut: undefined, comparison: undefined },
    },
  );
}
