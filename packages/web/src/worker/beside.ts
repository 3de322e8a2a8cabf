/** Two places beside each other: the run at an epoch, and another point, epoch, branch or network. */
import {
  draw,
  type Experiment,
  featuresOf,
  fitOf,
  labeledTrace,
  MAX_EPOCHS,
  pictureOf,
  type Recording,
  recordingOf,
  rowOf,
  type Session,
  type Work,
} from "@neural-viz/engine";
import type { BesidePlace, BesideSide } from "./protocol.ts";

/** The number of cells along a side of a picture. */
const SIZE = 40;

/** A recording by the number of its branch. */
export interface Recorded {
  readonly id: number;
  readonly recording: Recording;
}

/**
 * The network that was last trained to stand beside the run. It stays, so that another epoch of it, or a question that
 * is asked again before it is done, goes on from there.
 */
let trained: { readonly key: string; readonly recording: Recording } | undefined;

/** What a place shows: one point's way through the network, and how the network does. Undefined if there is no such branch. */
export function* sideAt(
  recording: Recording,
  { t, sample, of }: BesidePlace,
  branches: readonly Recorded[],
): Work<BesideSide | undefined> {
  if (of === undefined) return sideOf(recording.at(Math.min(t, recording.live.t)), sample);
  if ("branch" in of) {
    const branch = branches.find(({ id }) => id === of.branch)?.recording;
    return branch === undefined ? undefined : sideOf(branch.at(Math.min(t, branch.live.t)), sample);
  }
  const other = trainedAs(of.experiment);
  while (other.live.t < t && other.live.stopped === undefined) {
    other.step();
    yield other.live.t / t;
  }
  return sideOf(other.at(Math.min(t, other.live.t)), sample);
}

/** The recording of an experiment that only stops where no update is possible. */
function trainedAs(experiment: Experiment): Recording {
  const training = { ...experiment.training, epochs: MAX_EPOCHS, autoStop: false };
  const key = JSON.stringify({ ...experiment, training });
  if (trained?.key !== key) trained = { key, recording: recordingOf({ ...experiment, training }) };
  return trained.recording;
}

function sideOf(session: Session, chosen: number): BesideSide {
  const { network, samples, params, experiment, t, loss, correct, train, batches } = session;
  const sample = Math.min(chosen, samples.count);
  const x = rowOf(samples.inputs, sample - 1);
  const inputs = featuresOf(network.features, x);
  const picture = pictureOf(experiment.dataset);
  const targets = rowOf(samples.targets, sample - 1);
  return {
    t,
    sample,
    inputs,
    targets,
    trace: labeledTrace(network, params, inputs, targets),
    loss,
    correct,
    trained: train.count,
    perEpoch: batches.perEpoch,
    rmse: fitOf(session)?.rmse,
    largestTarget: Math.max(
      ...samples.targets.map((column) => column.reduce((m, y) => Math.max(m, Math.abs(y)), 0)),
    ),
    at: x.length > 2 ? undefined : picture.domain.map(([low, high], k) => (x[k]! - low) / (high - low)),
    pictures: draw(network, params, picture, SIZE, false),
  };
}
