/** What a snapshot looks like with a neuron switched off. Loaded when the first one is. */
import {
  ablatedOutputs,
  ablatedPictures,
  ablatedTrace,
  batchOf,
  changedPredictions,
  namesLabel,
  rowOf,
  switchedOff,
} from "@neural-viz/engine";
import { dataOf, type Focus, focusOf, networkOf, partsOf, trainOf } from "../derived.ts";
import type { AppState } from "../store.ts";
import type { Looked, Seen } from "./looked.ts";

/** The snapshot with a neuron switched off; undefined if the network has no such hidden neuron, or no longer. */
export function look(state: Seen): Looked | undefined {
  const { snapshot, off: unit } = state;
  const network = networkOf(state);
  const hidden = network.layers.slice(0, -1);
  if (unit === undefined || unit.unit > (hidden[unit.layer - 1]?.fanOut ?? 0)) return undefined;
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

/** The selected point's way through the network with a neuron switched off. */
export function focusWithout(state: Seen & Pick<AppState, "selection">, { off }: Looked): Focus {
  const focus = focusOf(state);
  const network = networkOf(state);
  const trace = ablatedTrace(network, state.snapshot.params, focus.features, off);
  if (focus.targets === undefined) return { ...focus, trace };
  const { targets } = focus;
  const { lossOf, deltaOf } = network.head;
  const loss = lossOf(trace.z.at(-1)!, trace.outputs, targets);
  // Nothing shows error signals of a network with a neuron switched off.
  return { ...focus, targets, trace: { ...trace, loss, delta: [deltaOf(trace.outputs, targets)] } };
}
