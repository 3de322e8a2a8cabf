/** Makes the snapshot of a run that the page gets. */
import {
  deadUnits,
  draw,
  type Experiment,
  fitOf,
  type Picture,
  pictureOf,
  type Session,
} from "@neural-viz/engine";
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
  const picture = pictureIn(experiment, options);
  const size = cellsOf(picture, options);
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
    correct: session.correct,
    test: session.test && { loss: session.test.loss, correct: session.test.correct },
    fit: fitOf(session),
    objective: live.objectives.length > 0 ? live.objectives[t] : undefined,
    outputs: session.outputs.map((column) => column.slice()),
    stopped: t === live.t ? live.stopped : undefined,
    dead: deadUnits(network, session.params, train),
    picture,
    pictures: draw(network, session.params, picture, size, options.maps),
    comparison: comparisonOf(branches, session, t, options),
  };
}

/** What the pictures show of the inputs: all of one or two, of more the plane that the page asked for. */
function pictureIn({ dataset }: Experiment, { cut }: PictureOptions): Picture {
  const usual = pictureOf(dataset);
  // The page may still speak of an earlier run.
  return cut === undefined || cut.through.length !== usual.through.length ? usual : { ...usual, ...cut };
}

/** Cells along each side. A curve over one input has few, so it gets more. */
function cellsOf({ axes }: Picture, { size }: PictureOptions): number {
  return axes.length === 1 ? 4 * size : size;
}

/** The branch to compare with, at the same epoch or its last. */
function comparisonOf(
  branches: readonly Branch[],
  session: Session,
  t: number,
  options: PictureOptions,
): BranchComparison | undefined {
  const other = branches.find(({ id }) => id === options.comparison);
  if (other === undefined) return undefined;
  const there = other.recording.at(Math.min(t, other.recording.live.t));
  const picture = pictureIn(there.experiment, options);
  const squares = there.params.reduce((sum, w, i) => sum + (w - session.params[i]!) ** 2, 0);
  return {
    branch: other.id,
    t: there.t,
    loss: there.loss,
    correct: there.correct,
    distance: Math.sqrt(squares),
    pictures: draw(session.network, there.params, picture, cellsOf(picture, options), false),
  };
}
