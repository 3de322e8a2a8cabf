/** Begins runs. The rest of what can be chosen for them is in `choose.ts`, which the first view doesn't load. */
import type { Experiment, LimitChoice } from "@neural-viz/engine";
import { moved } from "../inspector/history.ts";
import { dispatch, tell } from "../mailbox.ts";
import { optimizerInForce } from "../run/state.ts";
import { freshPage, store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import { refused } from "./refuse.ts";
import { remember } from "./setups.ts";

const { getState } = store;

/** Begins a new run of this experiment at epoch 0. */
export function begin(chosen: Experiment, play: boolean, first = optimizerInForce(getState())): void {
  const { selection, experiment: before, inspectorHistory, snapshot: shown } = getState();
  const experiment = { ...chosen, optimizer: first, changes: [] };
  if (refused(experiment)) return;
  // A slider changes numbers only. Hand-drawn points come one by one.
  remember(chosen.dataset.name !== "custom" && withoutNumbers(experiment) === withoutNumbers(before));
  const { fresh, also } = freshPage(experiment);
  const sameData = experiment.dataset === before.dataset;
  dispatch(
    { kind: "begin", fresh, play },
    {
      ...also,
      ...(sameData ? { selection } : {}),
      inspectorHistory: sameShape(experiment, before) ? moved(inspectorHistory, -shown.t) : [],
    },
  );
}

const withoutNumbers = (experiment: Experiment): string =>
  JSON.stringify(experiment).replaceAll(/(?<=[:,[])-?\d[^,}\]]*/g, "");

/** Whether the inspected quantity may still exist in the next run. */
function sameShape(a: Experiment, b: Experiment): boolean {
  return a.dataset === b.dataset && a.network.hidden === b.network.hidden;
}

/** When training stops. */
export function adjustTraining(patch: Partial<LimitChoice>): void {
  const { experiment } = getState();
  const training = { ...experiment.training, ...patch };
  if (refused({ ...experiment, training })) return;
  tell({ kind: "training", training }, { experiment: { ...experiment, training } });
}

/** New random weights: draws a new seed for the initializer. Given weights are replaced by PyTorch's initialization. */
export function reset(): void {
  if (isQuestionOpen()) return;
  const { experiment } = getState();
  const { initializer } = experiment.network;
  const seed = Math.floor(Math.random() * 1_000_000);
  const name = initializer.name === "given" ? "torch" : initializer.name;
  begin({ ...experiment, network: { ...experiment.network, initializer: { name, seed } } }, false);
}

/** The same weights again, from epoch 0. */
export function restart(): void {
  if (isQuestionOpen()) return;
  begin(getState().experiment, false);
}

/** After a divergence: the same initial weights with a tenth of the learning rate. */
export function retryGently(): void {
  const state = getState();
  const optimizer = optimizerInForce(state);
  begin(state.experiment, true, { ...optimizer, learningRate: optimizer.learningRate / 10 });
}
