/** What a person can do. Controls, shortcuts and lessons all call these; nothing else writes to the store. */
import {
  type DatasetChoice,
  defaultChoice,
  type Experiment,
  MAX_EPOCHS,
  type NetworkChoice,
  type OptimizerChoice,
  type OptimizerName,
  type TrainingChoice,
} from "@neural-viz/engine";
import type { Command, Report, Wanted } from "../worker/protocol.ts";
import { firstSelection, freshRun, type Look, type Selection, store } from "./store.ts";

const { getState, setState } = store;

/** How many commands, `drawn` aside, the trainer was sent. */
let sent = 0;
let post: (command: Command) => void = () => {};

/** Connects the page to a trainer, and tells it what the page shows. */
export function attach(send: (command: Command) => void): void {
  const { experiment, run, epochsPerSecond } = getState();
  post = send;
  sent = 0;
  tell({ kind: "want", wanted: wanted() });
  tell({ kind: "pace", epochsPerSecond });
  tell({ kind: "configure", run, experiment, play: false });
}

function tell(command: Command): void {
  sent += 1;
  post(command);
}

function wanted(): Wanted {
  const { resolution, face } = getState().look;
  return { size: resolution, maps: face === "map" };
}

/** Takes in what the trainer reports, and thanks for it once it is on screen. */
export function receive({ snapshot, lossesFrom, losses, rings }: Report): void {
  const { run, history, rings: known, experiment, playing } = getState();
  if (snapshot.run === run) {
    losses.forEach((loss, i) => history.set(lossesFrom + i, loss));
    const current = snapshot.heard === sent; // otherwise it does not know yet what was asked of it
    setState({
      snapshot,
      rings: rings.length > 0 ? [...known, ...rings] : known,
      playing: current ? snapshot.playing : playing,
      experiment: current ? { ...experiment, changes: snapshot.changes } : experiment,
    });
  }
  requestAnimationFrame(() => post({ kind: "drawn" }));
}

export function fail(failure: string): void {
  setState({ failure, playing: false });
}

/** Begins a new run of this experiment at its first epoch. */
function begin(chosen: Experiment, play: boolean): void {
  const { run, look, selection, experiment: before } = getState();
  const experiment = { ...chosen, changes: [] };
  const fresh = freshRun(experiment, run + 1, look.resolution);
  const sameData = experiment.dataset === before.dataset;
  setState({
    ...fresh,
    playing: play,
    selection: sameData ? selection : firstSelection(fresh.snapshot.probability.length),
  });
  tell({ kind: "configure", run: run + 1, experiment, play });
}

/** Other data or another network start anew; a run that was under way or finished trains again by itself. */
function restart(patch: Partial<Pick<Experiment, "dataset" | "network">>): void {
  const { experiment, snapshot, playing } = getState();
  begin({ ...experiment, ...patch }, playing || snapshot.t > 0);
}

export function chooseDataset(dataset: DatasetChoice): void {
  restart({ dataset });
}

export function chooseNetwork(network: Partial<NetworkChoice>): void {
  restart({ network: { ...getState().experiment.network, ...network } });
}

/** Another optimizer, with the hyper-parameters it was left with. */
export function chooseOptimizer(name: OptimizerName): void {
  adjustOptimizer(getState().remembered[name] ?? defaultChoice(name));
}

/** Other hyper-parameters; training goes on from where it is. */
export function adjustOptimizer(optimizer: OptimizerChoice): void {
  const { experiment, remembered } = getState();
  setState({
    experiment: { ...experiment, optimizer },
    remembered: {
      ...remembered,
      [experiment.optimizer.name]: experiment.optimizer,
      [optimizer.name]: optimizer,
    },
  });
  tell({ kind: "optimizer", optimizer });
}

export function adjustTraining(patch: Partial<TrainingChoice>): void {
  const { experiment } = getState();
  const training = { ...experiment.training, ...patch };
  setState({ experiment: { ...experiment, training } });
  tell({ kind: "training", training });
}

export function train(): void {
  if (getState().snapshot.stopped?.reason === "diverged") return;
  setState({ playing: true });
  tell({ kind: "play" });
}

export function pause(): void {
  setState({ playing: false });
  tell({ kind: "pause" });
}

/** Goes on after a stop: past a rule of convergence by switching the rules off, past the limit by doubling it. */
export function goOn(): void {
  const { experiment, snapshot } = getState();
  const reason = snapshot.stopped?.reason;
  if (reason === "epochs") adjustTraining({ epochs: Math.min(MAX_EPOCHS, 2 * Math.max(snapshot.t, 500)) });
  else if (reason !== undefined) {
    const epochs = Math.max(experiment.training.epochs, Math.min(MAX_EPOCHS, 2 * snapshot.t));
    adjustTraining({ autoStop: false, epochs });
  }
  train();
}

/** One epoch. */
export function step(): void {
  setState({ playing: false });
  tell({ kind: "step" });
}

/** New random weights: the initializer's next seed, drawn at random and shown. */
export function reset(): void {
  const { experiment } = getState();
  const { initializer } = experiment.network;
  const seed = Math.floor(Math.random() * 1_000_000);
  const fresh = initializer.name === "given" ? initializer : { ...initializer, seed };
  begin({ ...experiment, network: { ...experiment.network, initializer: fresh } }, false);
}

/** The same weights again, from epoch 0. */
export function startOver(): void {
  begin(getState().experiment, false);
}

/** After a divergence: the same start with a tenth of the learning rate. */
export function retryGently(): void {
  const { experiment } = getState();
  const learningRate = experiment.optimizer.learningRate / 10;
  begin({ ...experiment, optimizer: { ...experiment.optimizer, learningRate } }, true);
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
