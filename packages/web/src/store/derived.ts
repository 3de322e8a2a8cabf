/** Values derived from the state. The engine computes each from the parameters of the snapshot shown. */
import {
  type DatasetChoice,
  featuresOf,
  type LabeledTrace,
  labeledTrace,
  type Network,
  networkOf as networkOfExperiment,
  createBatches,
  type Experiment,
  rowOf,
  samplesOf,
  type Samples,
  type Split,
  splitSamples,
  type Batches,
  trace,
  type Trace,
} from "@neural-viz/engine";
import type { AppState } from "./store.ts";

/** Remembers the last result, which is enough for state that is replaced whole. */
function remember<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}

const samplesOfChoice = remember<DatasetChoice, Samples>(samplesOf);

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

const partsOfExperiment = remember<Experiment, Parts>((experiment) => {
  const { test, seed } = experiment.split;
  const split = splitSamples(dataOf({ experiment }).count, test, seed);
  const batches = createBatches(split.train, experiment.training.batch);
  const { perEpoch } = batches;
  return { split, batches, perEpoch, trained: split.train.length, heldOut: split.test.length };
});

/** Returns the same object for the same experiment. */
export function partsOf({ experiment }: Pick<AppState, "experiment">): Parts {
  return partsOfExperiment(experiment);
}

/** The selected point, with its label if it is a sample. */
export type Focus = { readonly x1: number; readonly x2: number } & (
  | { readonly label: number; readonly trace: LabeledTrace }
  | { readonly label: undefined; readonly trace: Trace }
);

export function focusOf(state: Pick<AppState, "experiment" | "snapshot" | "selection">): Focus {
  const { selection, snapshot } = state;
  const network = networkOf(state);
  if (selection.kind === "probe") {
    const { x1, x2 } = selection;
    const features = featuresOf(network.features, [x1, x2]);
    return { x1, x2, label: undefined, trace: trace(network, snapshot.params, features) };
  }
  const samples = dataOf(state);
  const x = rowOf(samples.inputs, selection.index);
  const targets = rowOf(samples.targets, selection.index);
  const traced = labeledTrace(network, snapshot.params, featuresOf(network.features, x), targets);
  return { x1: x[0]!, x2: x[1]!, label: targets[0]!, trace: traced };
}
