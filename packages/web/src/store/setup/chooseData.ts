/** Other data for the run. The first view doesn't load what adapts a network to them. */
import type { DatasetChoice } from "@neural-viz/engine";
import { isPlaying } from "../run/phase.ts";
import { optimizerInForce } from "../run/state.ts";
import { store } from "../store.ts";
import { adaptedTo, networkFor, optimizerFor } from "./adapt.ts";
import { begin } from "./begin.ts";
import { locksAny } from "./refuse.ts";

const { getState, setState } = store;

/** Other data. What the network can't do with them changes too, and the page says what. */
export function chooseDataset(dataset: DatasetChoice): void {
  const state = getState();
  const { experiment } = state;
  if ("points" in dataset) setState({ scatter: dataset });
  const network = networkFor(experiment, dataset);
  const optimizer = optimizerInForce(state);
  const next = locksAny(state, ["learningRate"])
    ? optimizer
    : optimizerFor(experiment.dataset, dataset, optimizer);
  begin({ ...experiment, dataset, network }, isPlaying(state), next);
  const rate = next === optimizer ? undefined : next.learningRate;
  const adapted =
    getState().experiment.dataset === dataset ? adaptedTo(experiment, dataset, rate) : undefined;
  setState({ adapted });
}
