/** Makes the snapshot of a run that the page gets. */
import { deadUnits, draw, pictureOf, type Session } from "@neural-viz/engine";
import { type Branch, describe } from "./branches.ts";
import type { BranchComparison, Snapshot, PictureOptions } from "./protocol.ts";

/**
 * The branches, and which one is shown at which epoch. Every change replaces it whole, so undo returns to an earlier
 * one.
 */
export interface BranchState {
  readonly branches: readonly Branch[];
  readonly shown: Branch;
  readonly t: number;
}

/** What a snapshot says about the trainer itself, and which pictures it should have. */
type SnapshotContext = Pick<Snapshot, "run" | "acknowledged" | "playing" | "canUndo" | "canRedo"> & {
  readonly options: PictureOptions;
};

export function snapshotOf(
  { branches, shown, t }: BranchState,
  { options, ...trainer }: SnapshotContext,
): Snapshot {
  const { live } = shown.recording;
  const { network, train, experiment } = live;
  const session = shown.recording.at(t);
  return {
    ...trainer,
    base: experiment.optimizer,
    changes: experiment.changes,
    training: experiment.training,
    t,
    last: live.t,
    branch: shown.id,
    branches: branches.map(describe),
    optimizer: session.optimizer,
    params: session.params.slice(),
    gradient: session.gradient.slice(),
    loss: session.loss,
    correct: correctOf(session),
    test: session.test && { loss: session.test.loss, correct: correctOf(session.test) },
    outputs: session.outputs.map((column) => column.slice()),
    stopped: t === live.t ? live.stopped : undefined,
    dead: deadUnits(network, session.params, train),
    pictures: draw(network, session.params, pictureOf(experiment.dataset), options.size, options.maps),
    comparison: comparisonOf(branches, session, t, options),
  };
}

/** How many are correct. The page shows only networks that classify. */
function correctOf({ correct }: Pick<Session, "correct">): number {
  return correct!;
}

/** The branch to compare with, at the same epoch or its last. */
function comparisonOf(
  branches: readonly Branch[],
  session: Session,
  t: number,
  { comparison, size }: PictureOptions,
): BranchComparison | undefined {
  const other = branches.find(({ id }) => id === comparison);
  if (other === undefined) return undefined;
  const there = other.recording.at(Math.min(t, other.recording.live.t));
  const squares = there.params.reduce((sum, w, i) => sum + (w - session.params[i]!) ** 2, 0);
  return {
    branch: other.id,
    t: there.t,
    loss: there.loss,
    correct: correctOf(there),
    distance: Math.sqrt(squares),
    pictures: draw(session.network, there.params, pictureOf(there.experiment.dataset), size, false),
  };
}
