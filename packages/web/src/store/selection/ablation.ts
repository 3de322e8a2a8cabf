/** Switching off a hidden neuron: a look at the network, in which nothing of the run changes. */
import {
  ablatedOutputs,
  ablatedPictures,
  ablatedTrace,
  batchOf,
  changedPredictions,
  namesLabel,
  type Off,
  rowOf,
  switchedOff,
  type Unit,
} from "@neural-viz/engine";
import type { Snapshot } from "../../worker/protocol.ts";
import { dataOf, type Focus, focusOf, networkOf, partsOf, trainOf } from "../derived.ts";
import { type AppState, store } from "../store.ts";

/** Switches a neuron off, or on again if it is the one that is off. */
export function switchOff(unit: Unit | undefined): void {
  const { off } = store.getState();
  const same = off !== undefined && unit?.layer === off.layer && unit.unit === off.unit;
  store.setState({ off: same ? undefined : unit });
}

/** What a snapshot looks like with a neuron switched off. */
export interface Looked extends Pick<Snapshot, "pictures" | "outputs" | "correct"> {
  readonly off: Off;
  /** Samples, from 0, whose predicted class is another one. */
  readonly changed: readonly number[];
}

type Seen = Pick<AppState, "experiment" | "snapshot" | "off">;

let last: { readonly of: Seen; readonly looked: Looked | undefined } | undefined;

/** The snapshot with a neuron switched off; undefined if none is. */
export function lookedOf(state: Seen): Looked | undefined {
  const { experiment, snapshot, off } = state;
  const known = last?.of.snapshot === snapshot && last.of.off === off && last.of.experiment === experiment;
  if (!known) last = { of: { experiment, snapshot, off }, looked: look(state) };
  return last!.looked;
}

/** The selected point's way through the network, with the neuron that is switched off. */
export function lookedFocusOf(state: Seen & Pick<AppState, "selection">): Focus {
  const focus = focusOf(state);
  const looked = lookedOf(state);
  if (looked === undefined) return focus;
  const network = networkOf(state);
  const trace = ablatedTrace(network, state.snapshot.params, focus.features, looked.off);
  if (focus.targets === undefined) return { ...focus, trace };
  const { targets } = focus;
  const { lossOf, deltaOf } = network.head;
  const loss = lossOf(trace.z.at(-1)!, trace.outputs, targets);
  // Nothing shows error signals of a network with a neuron switched off.
  return { ...focus, targets, trace: { ...trace, loss, delta: [deltaOf(trace.outputs, targets)] } };
}

function look(state: Seen): Looked | undefined {
  const { snapshot, off: unit } = state;
  const network = networkOf(state);
  if (unit === undefined || unit.unit > (network.layers[unit.layer - 1]?.fanOut ?? 0)) return undefined;
  const { params, picture, pictures } = snapshot;
  const off = switchedOff(network, params, trainOf(state), unit);
  const samples = dataOf(state);
  const outputs = ablatedOutputs(network, params, batchOf(network, samples), off);
  const { split } = partsOf(state);
  const isRight = (s: number): boolean =>
    namesLabel(samples.kind, rowOf(outputs, s), rowOf(samples.targets, s)) === true;
  return {
    off,
    outputs,
    pictures: ablatedPictures(network, params, picture, pictures.size, off),
    correct: snapshot.correct === undefined ? undefined : split.train.filter(isRight).length,
    changed: changedPredictions(network.head, snapshot.outputs, outputs),
  };
}
