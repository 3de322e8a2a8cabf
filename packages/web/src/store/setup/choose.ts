/** What a person can choose for the run: data, network, training, optimizer and single parameters. */
import {
  type BatchChoice,
  dataShape,
  defaultChoice,
  defaultExperiment,
  type Experiment,
  featuresFor,
  type NetworkChoice,
  type OptimizerChoice,
  type OptimizerName,
  type Regularization,
  type SplitChoice,
  withOptimizer,
  withParameter,
} from "@neural-viz/engine";
import { tell } from "../mailbox.ts";
import { isPlaying } from "../run/phase.ts";
import { optimizerInForce } from "../run/state.ts";
import { store } from "../store.ts";
import type { ParameterValue } from "../../worker/protocol.ts";
import { begin } from "./begin.ts";
import { locksAny, refused } from "./refuse.ts";

const { getState, setState } = store;

/**
 * Begins a new run with another split, network, penalty or other batches. If the old run was training, the new one trains
 * at once.
 */
export function restartWith(
  patch: Partial<Pick<Experiment, "split" | "network" | "training" | "regularization">>,
): void {
  const state = getState();
  begin({ ...state.experiment, ...patch }, isPlaying(state));
}

/** A penalty on the weights. Without one, the key is left out. */
export function choosePenalty(regularization: Regularization): void {
  const none = Object.values(regularization).every((factor) => factor === 0);
  const { experiment } = getState();
  if (!none) return restartWith({ regularization });
  const { regularization: _, ...rest } = experiment;
  return begin(rest, isPlaying(getState()));
}

/** Another network or other initial weights. Given weights are dropped if they don't fit the new shape. */
export function chooseNetwork(patch: NetworkPatch): void {
  const { network, dataset } = getState().experiment;
  const next = withPatch(network, patch);
  // A press may come from a control of data that have just been replaced.
  const known = featuresFor(dataShape(dataset).inputs);
  if (next.features?.some((name) => !known.includes(name)) === true) return;
  const fits = next.initializer.name !== "given" || unitsOf(next) === unitsOf(network);
  restartWith({ network: fits ? next : { ...next, initializer: defaultExperiment.network.initializer } });
}

/** What changes in a network. Undefined takes a key away, so that it has its default. */
type NetworkPatch = { readonly [Key in keyof NetworkChoice]?: NetworkChoice[Key] | undefined };

function withPatch(network: NetworkChoice, patch: NetworkPatch): NetworkChoice {
  const all = Object.entries({ ...network, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as unknown as NetworkChoice;
}

const unitsOf = ({ hidden, features }: NetworkChoice): string =>
  `${features?.join(" ") ?? ""} ${hidden.map(({ units }) => units).join(" ")}`;

/** Another optimizer, with its hyperparameters as they were last set. A locked learning rate stays. */
export function chooseOptimizer(name: OptimizerName): void {
  const state = getState();
  const { learningRate } = optimizerInForce(state);
  const choice = state.remembered[name] ?? defaultChoice(name);
  adjustOptimizer(locksAny(state, ["learningRate"]) ? { ...choice, learningRate } : choice);
}

/** Other hyperparameters from the epoch shown on. */
export function adjustOptimizer(optimizer: OptimizerChoice): void {
  const state = getState();
  const { remembered, experiment, snapshot } = state;
  if (refused(withOptimizer(experiment, snapshot.t, optimizer))) return;
  const before = optimizerInForce(state);
  tell(
    { kind: "optimizer", optimizer },
    { remembered: { ...remembered, [before.name]: before, [optimizer.name]: optimizer } },
  );
}

/**
 * Goes to an epoch, switches to another optimizer there, and trains to a later one. The run as it was stays as a
 * branch.
 */
export function takeLane(optimizer: OptimizerChoice, t: number, until: number): void {
  const { remembered, experiment } = getState();
  if (refused(withOptimizer(experiment, t, optimizer))) return;
  setState({ remembered: { ...remembered, [optimizer.name]: optimizer } });
  tell({ kind: "seek", t });
  tell({ kind: "optimizer", optimizer, branch: true });
  tell({ kind: "seek", t: until });
}

/** How many points each update uses. A change begins a new run. */
export function chooseBatch(batch: BatchChoice): void {
  const { experiment } = getState();
  restartWith({ training: { ...experiment.training, batch } });
}

/** Which points are held out. A change begins a new run. */
export function chooseSplit(split: SplitChoice): void {
  restartWith({ split });
}

/** Sets a parameter by hand at the epoch shown. */
export function edit(parameter: string, value: number): void {
  editAll([{ parameter, value }]);
}

/** Sets several parameters by hand after t updates, in one change that can be undone, and shows that epoch. */
export function editAll(values: readonly ParameterValue[], t = getState().snapshot.t): void {
  const { experiment, snapshot } = getState();
  const edited = values.reduce(
    (next, { parameter, value }) => withParameter(next, t, parameter, value),
    experiment,
  );
  if (refused(edited)) return;
  if (t !== snapshot.t) tell({ kind: "seek", t });
  tell({ kind: "edit", values });
}
