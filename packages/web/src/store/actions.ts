/**
 * What a person can do here; controls, shortcuts and lessons all call these. Where one can go is in places.ts, what was
 * set up before in setups.ts. Together with the mailbox they alone write to the store.
 */
import {
  type BatchChoice,
  type DatasetChoice,
  defaultChoice,
  defaultExperiment,
  type Experiment,
  type LimitChoice,
  MAX_EPOCHS,
  type NetworkChoice,
  type OptimizerChoice,
  type OptimizerName,
  type SplitChoice,
  withOptimizer,
  withParameter,
} from "@neural-viz/engine";
import {
  type Checked,
  type Damage,
  firstSelection,
  freshRun,
  type Look,
  type Selection,
  store,
  type Zoom,
} from "./store.ts";
import { partsOf } from "./derived.ts";
import { moved, tell, wanted } from "./mailbox.ts";
import { locked } from "./question.ts";
import { locksAny, refused } from "./refuse.ts";
import { remember } from "./setups.ts";

const { getState, setState } = store;

/** Begins a new run of this experiment at its first epoch. */
function begin(chosen: Experiment, play: boolean, first = getState().optimizer): void {
  const { run, look, selection, experiment: before, trail, snapshot: shown } = getState();
  const experiment = { ...chosen, optimizer: first, changes: [] };
  if (refused(experiment)) return;
  const fresh = freshRun(experiment, run + 1, look.resolution);
  const sameData = experiment.dataset === before.dataset;
  remember(chosen.dataset.name !== "custom"); // points that are drawn come one by one
  setState({
    ...fresh,
    playing: play,
    linked: undefined,
    arrived: undefined,
    sought: undefined,
    trail: sameShape(experiment, before) ? moved(trail, -shown.t) : [],
    ahead: [],
    explained: undefined,
    beside: undefined,
    selection: sameData ? selection : firstSelection(fresh.snapshot.probability.length),
  });
  tell({ kind: "configure", run: run + 1, experiment, play });
}

/** Whether what is inspected may still exist in the next run. */
function sameShape(a: Experiment, b: Experiment): boolean {
  return a.dataset === b.dataset && a.network.hidden === b.network.hidden;
}

/** Other data, another network or other batches start anew; a run that was under way or finished trains again by itself. */
function restart(patch: Partial<Pick<Experiment, "dataset" | "split" | "network" | "training">>): void {
  const { experiment, snapshot, playing } = getState();
  begin({ ...experiment, ...patch }, playing || snapshot.last > 0);
}

export function chooseDataset(dataset: DatasetChoice): void {
  if ("points" in dataset) setState({ scatter: dataset });
  restart({ dataset });
}

/** Another network or other first weights; weights that were given fit the shape that they were given for. */
export function chooseNetwork(patch: Partial<NetworkChoice>): void {
  const { network } = getState().experiment;
  const next = { ...network, ...patch };
  const fits = next.initializer.name !== "given" || unitsOf(next) === unitsOf(network);
  restart({ network: fits ? next : { ...next, initializer: defaultExperiment.network.initializer } });
}

const unitsOf = ({ hidden }: NetworkChoice): string => hidden.map(({ units }) => units).join(" ");

/** Another optimizer, with the hyper-parameters it was left with; a learning rate that is locked stays. */
export function chooseOptimizer(name: OptimizerName): void {
  const { remembered, optimizer } = getState();
  const choice = remembered[name] ?? defaultChoice(name);
  adjustOptimizer(
    locksAny(getState(), ["learningRate"]) ? { ...choice, learningRate: optimizer.learningRate } : choice,
  );
}

/** Other hyper-parameters from the epoch shown on. */
export function adjustOptimizer(optimizer: OptimizerChoice): void {
  const { optimizer: before, remembered, experiment, snapshot } = getState();
  if (refused(withOptimizer(experiment, snapshot.t, optimizer))) return;
  setState({
    optimizer,
    remembered: { ...remembered, [before.name]: before, [optimizer.name]: optimizer },
  });
  tell({ kind: "optimizer", optimizer });
}

/** Goes to an epoch, takes another optimizer there, and trains on to a later one; the run as it was stays as a branch. */
export function takeLane(optimizer: OptimizerChoice, t: number, until: number): void {
  const { remembered, experiment } = getState();
  if (refused(withOptimizer(experiment, t, optimizer))) return;
  setState({ optimizer, sought: until, remembered: { ...remembered, [optimizer.name]: optimizer } });
  tell({ kind: "seek", t });
  tell({ kind: "optimizer", optimizer, branch: true });
  tell({ kind: "seek", t: until });
}

export function adjustTraining(patch: Partial<LimitChoice>): void {
  const { experiment } = getState();
  const training = { ...experiment.training, ...patch };
  if (refused({ ...experiment, training })) return;
  setState({ experiment: { ...experiment, training } });
  tell({ kind: "training", training });
}

/** How many points each update looks at: another choice starts anew. */
export function chooseBatch(batch: BatchChoice): void {
  const { experiment } = getState();
  restart({ training: { ...experiment.training, batch } });
}

/** Which points are held out: another choice starts anew. */
export function chooseSplit(split: SplitChoice): void {
  restart({ split });
}

export function train(): void {
  if (locked()) return;
  if (getState().snapshot.stopped?.reason === "diverged") return;
  setState({ playing: true, arrived: undefined });
  tell({ kind: "play" });
}

export function pause(): void {
  setState({ playing: false });
  tell({ kind: "pause" });
}

/** Goes on after a stop: past a rule of convergence by switching the rules off, past the limit by doubling it. */
export function goOn(): void {
  if (locked()) return;
  const { experiment, snapshot } = getState();
  const reason = snapshot.stopped?.reason;
  const done = Math.ceil(snapshot.t / partsOf(getState()).perEpoch);
  if (locksAny(getState(), ["training"])) return;
  if (reason === "epochs") adjustTraining({ epochs: Math.min(MAX_EPOCHS, 2 * Math.max(done, 500)) });
  else if (reason !== undefined) {
    const epochs = Math.max(experiment.training.epochs, Math.min(MAX_EPOCHS, 2 * done));
    adjustTraining({ autoStop: false, epochs });
  }
  train();
}

/** One epoch. */
export function step(): void {
  if (locked()) return;
  setState({ playing: false });
  tell({ kind: "step" });
}

/** Shows what was there after t updates. */
export function seek(t: number): void {
  if (locked()) return;
  const sought = Math.max(0, Math.min(getState().snapshot.last, t));
  setState({ playing: false, sought });
  tell({ kind: "seek", t: sought });
}

/** Moves by so many epochs from where one is, or will be when all that was asked for has arrived. */
export function seekBy(epochs: number): void {
  const { sought, snapshot } = getState();
  seek((sought ?? snapshot.t) + epochs);
}

/** Sets a parameter by hand at the epoch shown. */
export function edit(parameter: string, value: number): void {
  const { experiment, snapshot } = getState();
  if (refused(withParameter(experiment, snapshot.t, parameter, value))) return;
  tell({ kind: "edit", parameter, value });
}

/** Shows another branch, at the same epoch if it reached it. */
export function switchTo(branch: number): void {
  setState({ beside: undefined });
  tell({ kind: "want", wanted: wanted() });
  tell({ kind: "switch", branch });
}

export function discard(branch: number): void {
  tell({ kind: "discard", branch });
}

/** Shows a branch beside the present one; none when undefined. */
export function compare(beside: number | undefined): void {
  setState({ beside });
  tell({ kind: "want", wanted: wanted() });
}

/** Opens the inspector on a quantity, as the start of a new trail. */
export function inspect(id: string): void {
  const { question } = getState();
  if (question?.pick === true) setState({ question: { ...question, picked: id } });
  if (locked()) return;
  setState({ trail: [id], ahead: [], pointed: undefined });
}

/** One step deeper, to an input or a use of what is shown; or to where the trail has been before. */
export function follow(id: string): void {
  const { trail } = getState();
  const known = trail.indexOf(id);
  setState({ trail: known >= 0 ? trail.slice(0, known + 1) : [...trail, id], ahead: [], pointed: undefined });
}

/** One step back on the trail; from its start the inspector closes. */
export function back(): void {
  const { trail, ahead } = getState();
  setState({ trail: trail.slice(0, -1), ahead: [...trail.slice(-1), ...ahead], pointed: undefined });
}

/** Where one was before going back. */
export function forward(): void {
  const { trail, ahead } = getState();
  setState({ trail: [...trail, ...ahead.slice(0, 1)], ahead: ahead.slice(1), pointed: undefined });
}

export function closeInspector(): void {
  setState({ trail: [], ahead: [], pointed: undefined });
}

/** The pointer or the focus is on a quantity, or on none. */
export function point(id: string | undefined): void {
  if (getState().pointed !== id) setState({ pointed: id });
}

/** New random weights: the initializer's next seed, drawn at random and shown; in place of given weights PyTorch's. */
export function reset(): void {
  if (locked()) return;
  const { experiment } = getState();
  const { initializer } = experiment.network;
  const seed = Math.floor(Math.random() * 1_000_000);
  const name = initializer.name === "given" ? "torch" : initializer.name;
  begin({ ...experiment, network: { ...experiment.network, initializer: { name, seed } } }, false);
}

/** The same weights again, from epoch 0. */
export function startOver(): void {
  if (locked()) return;
  begin(getState().experiment, false);
}

/** Explains the step from the epoch shown; at the end of a run that has stopped, the last one it took. */
export function explainStep(): void {
  if (locked()) return;
  const { snapshot, selection } = getState();
  const t = snapshot.stopped === undefined ? snapshot.t : Math.max(0, snapshot.t - 1);
  setState({
    playing: false,
    trail: [],
    ahead: [],
    panel: undefined,
    explained: { t, zoom: "stage", unit: 0 },
    selection: { kind: "sample", index: selection.index },
  });
  tell({ kind: "seek", t });
}

/** Shows a unit of the step; `after` tells whether the update is done by then. */
export function showUnit(unit: number, zoom: Zoom, after: boolean): void {
  const { explained, snapshot } = getState();
  if (explained === undefined) return;
  setState({ explained: { ...explained, unit, zoom } });
  const wantedEpoch = after ? explained.t + 1 : explained.t;
  if (snapshot.t === wantedEpoch) return;
  // The step itself: beyond the end of the run it is taken now, else it was recorded.
  if (after) tell({ kind: "step" });
  else tell({ kind: "seek", t: wantedEpoch });
}

export function leaveStep(): void {
  setState({ explained: undefined });
}

/** Draws what the gradient check found on the network; nothing takes it away. */
export function showChecked(checked: Checked | undefined): void {
  setState({ checked });
}

/** Opens a tool by its name. */
export function openPanel(name: string): void {
  if (locked()) return;
  const { damage } = getState();
  // What was refused is no longer what one is at.
  const rest = damage?.what === "lock" ? { damage: undefined } : {};
  setState({ panel: { name, wide: false }, explained: undefined, ...rest });
}

/** Gives the open tool the whole width, or takes it back. */
export function widenPanel(wide: boolean): void {
  const { panel } = getState();
  if (panel !== undefined) setState({ panel: { ...panel, wide } });
}

export function closePanel(): void {
  setState({ panel: undefined });
}

/** Something could not be opened or done. */
export function sayDamage(damage: Damage): void {
  setState({ damage });
}

export function forgetDamage(): void {
  setState({ damage: undefined });
}

export function forgetArrival(): void {
  setState({ arrived: undefined });
}

/** A newer version of the page is ready, or the person has heard enough of it. */
export function sayNewVersion(take: (() => void) | undefined): void {
  setState({ newVersion: take && { take } });
}

/** That training runs in the page itself has been taken note of. */
export function forgetInPage(): void {
  setState({ inPage: false });
}

/** After a divergence: the same start with a tenth of the learning rate. */
export function retryGently(): void {
  const { experiment, optimizer } = getState();
  begin(experiment, true, { ...optimizer, learningRate: optimizer.learningRate / 10 });
}

export function setPace(epochsPerSecond: number): void {
  setState({ epochsPerSecond });
  tell({ kind: "pace", epochsPerSecond });
}

export function select(selection: Selection): void {
  setState({ selection });
}

export function setLook(patch: Partial<Look>): void {
  const before = wanted();
  setState({ look: { ...getState().look, ...patch } });
  const after = wanted();
  if (after.size !== before.size || after.maps !== before.maps) tell({ kind: "want", wanted: after });
}
