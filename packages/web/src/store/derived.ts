/** Values derived from the state. The engine computes each from the parameters of the snapshot shown. */
import {
  type Baseline,
  baselinesOf,
  type Batch,
  batchOf,
  type DatasetChoice,
  featuresOf,
  type LabeledTrace,
  labeledTrace,
  type Network,
  networkOf as networkOfExperiment,
  createBatches,
  type Experiment,
  pick,
  regularizationOf,
  rowOf,
  samplesOf,
  type Samples,
  type Split,
  smallLoss,
  splitSamples,
  type TargetKind,
  type Batches,
  trace,
  type Trace,
} from "@neural-viz/engine";
import type { AppState } from "./store.ts";

/** Remembers the last result, which is enough for state that is replaced part by part. */
function remember<Keys extends readonly unknown[], Value>(
  compute: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
  let last: { keys: Keys; value: Value } | undefined;
  return (...keys) => {
    if (last?.keys.every((key, i) => key === keys[i]) !== true) last = { keys, value: compute(...keys) };
    return last.value;
  };
}

const samplesOfChoice = remember((choice: DatasetChoice): Samples => samplesOf(choice));

let lastNetwork:
  | { readonly of: Pick<Experiment, "dataset" | "network">; readonly network: Network }
  | undefined;

/** The network of the run. Returns the same object for the same layers, whatever their initial weights. */
export function networkOf({ experiment: { dataset, network } }: Pick<AppState, "experiment">): Network {
  if (lastNetwork?.of.dataset === dataset && lastNetwork.of.network === network) return lastNetwork.network;
  const next = networkOfExperiment({ dataset, network });
  const before = lastNetwork?.network;
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(next);
  lastNetwork = { of: { dataset, network }, network: same ? before : next };
  return lastNetwork.network;
}

/** The samples of the run, in file order. */
export function dataOf({ experiment }: Pick<AppState, "experiment">): Samples {
  return samplesOfChoice(experiment.dataset);
}

/** Which samples are training points, which are held out, and which ones each update uses. */
export interface Parts {
  readonly split: Split;
  readonly batches: Batches;
  /** Updates per epoch. */
  readonly perEpoch: number;
  readonly trained: number;
  readonly heldOut: number;
}

const partsOfChoices = remember(
  (
    { count }: Samples,
    { test, seed }: Experiment["split"],
    batch: Experiment["training"]["batch"],
  ): Parts => {
    const split = splitSamples(count, test, seed);
    const batches = createBatches(split.train, batch);
    const { perEpoch } = batches;
    return { split, batches, perEpoch, trained: split.train.length, heldOut: split.test.length };
  },
);

/** Returns the same object for the same data and the same choices, whatever else is changed. */
export function partsOf({ experiment }: Pick<AppState, "experiment">): Parts {
  return partsOfChoices(dataOf({ experiment }), experiment.split, experiment.training.batch);
}

/** Whether pictures can only show a plane through the inputs, because there are more than two. */
export function picturesInPlane(state: Pick<AppState, "experiment">): boolean {
  return dataOf(state).inputs.length > 2;
}

const scaleOfChoice = remember((choice: DatasetChoice): number => {
  const { targets } = samplesOfChoice(choice);
  const largest = targets.reduce(
    (most, column) => column.reduce((m, y) => Math.max(m, Math.abs(y)), most),
    0,
  );
  return largest === 0 || !Number.isFinite(largest) ? 1 : largest;
});

/** The largest size of any target: what has the full color where outputs are values. */
export function valueScaleOf({ experiment }: Pick<AppState, "experiment">): number {
  return scaleOfChoice(experiment.dataset);
}

/** The training points as the network's passes see them. */
const trainOfParts = remember((network: Network, samples: Samples, { train }: Split): Batch =>
  batchOf(network, pick(samples, train)),
);

export function trainOf({ experiment }: Pick<AppState, "experiment">): Batch {
  return trainOfParts(networkOf({ experiment }), dataOf({ experiment }), partsOf({ experiment }).split);
}

/** Losses that need no training, to compare the network's with. */
export const baselinesOfRun = remember((experiment: Experiment): readonly Baseline[] =>
  baselinesOf(experiment, networkOf({ experiment }), trainOf({ experiment })),
);

/** Whether training lowers J = L + R, with a penalty on the weights, and not L alone. */
export function penalizedOf({ experiment }: Pick<AppState, "experiment">): boolean {
  return Object.values(regularizationOf(experiment)).some((factor) => factor !== 0);
}

/** The loss below which training stops. */
export function smallLossOf(state: Pick<AppState, "experiment">): number {
  return smallLoss(networkOf(state).head, trainOf(state));
}

/** The output that is looked at, from 0. */
export function outputOf(state: Pick<AppState, "experiment" | "look">): number {
  const outputs = networkOf(state).layers.at(-1)!.fanOut;
  return Math.min(state.look.output, outputs - 1);
}

/**
 * What the pictures of the run show: the kind of outputs and, of values, which one from 0, and the value that has the
 * full color.
 */
export function shownOf(state: Pick<AppState, "experiment" | "look">): {
  readonly kind: TargetKind;
  readonly output: number;
  readonly scale: number;
} {
  return {
    kind: networkOf(state).head.targets,
    output: outputOf(state),
    scale: valueScaleOf(state),
  };
}

/** The selected point: its raw inputs and features, its targets if it is a sample, and its way through the network. */
export type Focus = { readonly x: ArrayLike<number>; readonly features: Float64Array } & (
  | { readonly targets: Float64Array; readonly trace: LabeledTrace }
  | { readonly targets: undefined; readonly trace: Trace }
);

export function focusOf(state: Pick<AppState, "experiment" | "snapshot" | "selection">): Focus {
  const { selection, snapshot } = state;
  const network = networkOf(state);
  if (selection.kind === "probe") {
    const { x } = selection;
    const features = featuresOf(network.features, x);
    return { x, features, targets: undefined, trace: trace(network, snapshot.params, features) };
  }
  const samples = dataOf(state);
  const x = rowOf(samples.inputs, selection.index);
  const targets = rowOf(samples.targets, selection.index);
  const features = featuresOf(network.features, x);
  return { x, features, targets, trace: labeledTrace(network, snapshot.params, features, targets) };
}
