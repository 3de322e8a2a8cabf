/** From a JSON value to an experiment: every default filled in, every mistake one sentence. */
import { type DatasetName, datasets, type UnitMap } from "../data/index.ts";
import { activations, type ActivationName } from "../nn/activations.ts";
import { initializers, type InitializerName } from "../nn/initializers.ts";
import {
  createNetwork,
  type HiddenLayer,
  type LinearParameters,
  type Network,
  parameterIndex,
} from "../nn/network.ts";
import {
  defaultChoice,
  type OptimizerChoice,
  optimizerOf,
  type OptimizerName,
  optimizers,
} from "../nn/optimizers/index.ts";
import { ExperimentError, short } from "../math/sentence.ts";
import { boolean, fail, finite, list, object, oneOf, whole, within } from "./check.ts";
import {
  type BatchChoice,
  type Change,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  type InitializerChoice,
  MAX_EPOCHS,
  MAX_LAYERS,
  MAX_SAMPLES,
  MAX_SEED,
  MAX_TEST_SHARE,
  MAX_UNITS,
  type NetworkChoice,
  NOISE,
  POINTS,
  type SplitChoice,
  type TrainingChoice,
} from "./experiment.ts";

const names = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];

/** Reads an experiment. @throws ExperimentError with one sentence that names the key, what was found and what was wanted. */
export function parseExperiment(json: unknown): Experiment {
  const given = object(json, "The experiment", [
    "version",
    "dataset",
    "split",
    "network",
    "optimizer",
    "training",
    "changes",
  ]);
  if (given["version"] !== 1) fail("version", given["version"], "1 is wanted");
  // A default stands for a key that is missing; null is a value like any other, and no allowed one.
  const {
    dataset = defaultExperiment.dataset,
    split = {},
    network = {},
    optimizer = defaultExperiment.optimizer,
    training = {},
    changes = [],
  } = given;
  const parsed = parseNetwork(network);
  return {
    version: 1,
    dataset: parseDataset(dataset),
    split: parseSplit(split),
    network: parsed,
    optimizer: parseOptimizer(optimizer, "optimizer"),
    training: parseTraining(training),
    changes: parseChanges(changes, createNetwork(parsed.hidden)),
  };
}

/**
 * Reads what an experiment file holds: an experiment, or a run that was exported as JSON, which holds one beside its numbers.
 * @throws ExperimentError with one sentence.
 */
export function parseExperimentFile(json: unknown): Experiment {
  const exported = typeof json === "object" && json !== null && "experiment" in json;
  return parseExperiment(exported ? json.experiment : json);
}

/** Reads the text of an experiment file; `name` is what the file is called. @throws ExperimentError with one sentence. */
export function readExperiment(text: string, name: string): Experiment {
  return parseExperimentFile(readJson(text, name));
}

/** The value of a JSON file; `name` is what the file is called. @throws ExperimentError with one sentence. */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    // Another engine's parser may run out of stack: what it says then is nothing about the file.
    const reason = error instanceof SyntaxError ? error.message : "its brackets nest too deep";
    throw new ExperimentError(
      `${short(name)} is not JSON: ${reason.replaceAll(/\s+/g, " ").replace(/\.$/, "")}.`,
    );
  }
}

/** Reads the dataset of an experiment; `where` is what a sentence calls it. */
export function parseDataset(json: unknown, where = "dataset"): DatasetChoice {
  const given = object(json, where, ["name", "points", "noise", "seed", "samples", "map"]);
  const name = oneOf(given["name"], `${where}.name`, [...names<DatasetName>(datasets), "custom"]);
  if (name === "custom") {
    object(json, where, ["name", "samples", "map"]);
    const samples = parseSamples(given["samples"], `${where}.samples`);
    const map = given["map"];
    return map === undefined ? { name, samples } : { name, samples, map: parseMap(map, `${where}.map`) };
  }
  const dataset = datasets[name];
  if (dataset.kind === "gate") {
    object(json, where, ["name"]);
    return { name } as DatasetChoice;
  }
  object(json, where, ["name", "points", "noise", "seed"]);
  const { points = POINTS.default, noise = dataset.noise, seed = defaultDataSeed } = given;
  return {
    name,
    points: whole(points, `${where}.points`, POINTS.min, POINTS.max),
    noise: within(noise, `${where}.noise`, { from: NOISE.min, to: NOISE.max }),
    seed: whole(seed, `${where}.seed`, 0, MAX_SEED),
  };
}

const defaultDataSeed = "seed" in defaultExperiment.dataset ? defaultExperiment.dataset.seed : 0;
const defaultSeed =
  "seed" in defaultExperiment.network.initializer ? defaultExperiment.network.initializer.seed : 0;

function parseSamples(json: unknown, where: string): [number, number, number][] {
  const rows = list(json, where, "a list of [x1, x2, label] is wanted");
  if (rows.length < 1 || rows.length > MAX_SAMPLES) {
    throw new ExperimentError(`${where} has ${rows.length} samples; 1 to ${MAX_SAMPLES} are wanted.`);
  }
  return rows.map((row, s) => {
    const cells = list(row, `${where}[${s}]`, "[x1, x2, label] is wanted");
    if (cells.length !== 3) fail(`${where}[${s}]`, cells, "[x1, x2, label] is wanted");
    const label = cells[2];
    if (label !== 0 && label !== 1) fail(`${where}[${s}][2]`, label, "a label 0 or 1 is wanted");
    return [finite(cells[0], `${where}[${s}][0]`), finite(cells[1], `${where}[${s}][1]`), label];
  });
}

/** The largest size of the numbers that a map may lead to: what is computed from them stays finite. */
const MAX_UNIT = 1e100;

function parseMap(json: unknown, where: string): UnitMap {
  const { scale, x1, x2 } = object(json, where, ["scale", "x1", "x2"]);
  return {
    scale: within(scale, `${where}.scale`, { from: 1 / MAX_UNIT, to: MAX_UNIT }),
    x1: within(x1, `${where}.x1`, { from: -MAX_UNIT, to: MAX_UNIT }),
    x2: within(x2, `${where}.x2`, { from: -MAX_UNIT, to: MAX_UNIT }),
  };
}

function parseNetwork(json: unknown): NetworkChoice {
  const {
    hidden: chosen = defaultExperiment.network.hidden,
    initializer = defaultExperiment.network.initializer,
  } = object(json, "network", ["hidden", "initializer"]);
  const layers = list(chosen, "network.hidden");
  if (layers.length > MAX_LAYERS) {
    throw new ExperimentError(
      `network.hidden has ${layers.length} layers; a network has 0 to ${MAX_LAYERS} hidden layers.`,
    );
  }
  const hidden = layers.map((layer, l) => parseLayer(layer, `network.hidden[${l}]`));
  return { hidden, initializer: parseInitializer(initializer, createNetwork(hidden)) };
}

function parseLayer(json: unknown, where: string): HiddenLayer {
  const given = object(json, where, ["units", "activation"]);
  const { units = 4, activation = "tanh" } = given;
  return {
    units: whole(units, `${where}.units`, 1, MAX_UNITS),
    activation: oneOf(activation, `${where}.activation`, names<ActivationName>(activations)),
  };
}

function parseInitializer(json: unknown, network: Network): InitializerChoice {
  const where = "network.initializer";
  const given = object(json, where, ["name", "seed", "parameters"]);
  const name = oneOf(given["name"], `${where}.name`, [...names<InitializerName>(initializers), "given"]);
  if (name !== "given") {
    const { seed = defaultSeed } = object(json, where, ["name", "seed"]);
    return { name, seed: whole(seed, `${where}.seed`, 0, MAX_SEED) };
  }
  object(json, where, ["name", "parameters"]);
  const layers = list(given["parameters"], `${where}.parameters`, "a list of layers is wanted");
  if (layers.length !== network.layers.length) {
    fail(`${where}.parameters`, layers, `a list of ${network.layers.length} layers is wanted`);
  }
  return {
    name,
    parameters: network.layers.map((shape, l) =>
      parseLinear(layers[l], `${where}.parameters[${l}]`, shape.fanOut, shape.fanIn),
    ),
  };
}

function parseLinear(json: unknown, where: string, fanOut: number, fanIn: number): LinearParameters {
  const given = object(json, where, ["weight", "bias"]);
  const vector = (value: unknown, place: string, length: number): number[] => {
    const numbers = list(value, place);
    if (numbers.length !== length) fail(place, numbers, `a list of ${length} numbers is wanted`);
    return numbers.map((number, i) => finite(number, `${place}[${i}]`));
  };
  const rows = list(given["weight"], `${where}.weight`);
  if (rows.length !== fanOut) fail(`${where}.weight`, rows, `a list of ${fanOut} rows is wanted`);
  return {
    weight: rows.map((row, j) => vector(row, `${where}.weight[${j}]`, fanIn)),
    bias: vector(given["bias"], `${where}.bias`, fanOut),
  };
}

/** Reads an optimizer with its hyper-parameters; `where` is what a sentence calls it. */
export function parseOptimizer(json: unknown, where: string): OptimizerChoice {
  const all = Object.values(optimizers).flatMap((optimizer) => Object.keys(optimizer.hyper));
  const given = object(json, where, ["name", ...new Set(all)]);
  const name = oneOf(given["name"], `${where}.name`, names<OptimizerName>(optimizers));
  const { hyper } = optimizerOf(name);
  object(json, where, ["name", ...Object.keys(hyper)]);
  const values = Object.entries(hyper).map(([key, { value, limits }]) => {
    const { [key]: chosen = value } = given;
    return [key, within(chosen, `${where}.${key}`, limits)];
  });
  return { ...defaultChoice(name), ...Object.fromEntries(values) } as OptimizerChoice;
}

function parseTraining(json: unknown): TrainingChoice {
  const given = object(json, "training", ["epochs", "autoStop", "batch"]);
  const {
    epochs = defaultExperiment.training.epochs,
    autoStop = defaultExperiment.training.autoStop,
    batch = defaultExperiment.training.batch,
  } = given;
  return {
    epochs: whole(epochs, "training.epochs", 0, MAX_EPOCHS),
    autoStop: boolean(autoStop, "training.autoStop"),
    batch: parseBatch(batch),
  };
}

function parseBatch(json: unknown): BatchChoice {
  if (json === "all") return json;
  if (typeof json !== "object" || json === null)
    fail("training.batch", json, '"all" or {"size": 16, "seed": 0} is wanted');
  const { size, seed = 0 } = object(json, "training.batch", ["size", "seed"]);
  return {
    size: whole(size, "training.batch.size", 1, MAX_SAMPLES),
    seed: whole(seed, "training.batch.seed", 0, MAX_SEED),
  };
}

function parseSplit(json: unknown): SplitChoice {
  const { test = 0, seed = 0 } = object(json, "split", ["test", "seed"]);
  return {
    test: within(test, "split.test", { from: 0, to: MAX_TEST_SHARE }),
    seed: whole(seed, "split.seed", 0, MAX_SEED),
  };
}

function parseChanges(json: unknown, network: Network): Change[] {
  return list(json, "changes").map((change, i) => {
    const where = `changes[${i}]`;
    const given = object(change, where, ["at", "optimizer", "parameter", "value"]);
    const at = whole(given["at"], `${where}.at`, 0, MAX_EPOCHS);
    if (given["parameter"] === undefined) {
      object(change, where, ["at", "optimizer"]);
      return { at, optimizer: parseOptimizer(given["optimizer"], `${where}.optimizer`) };
    }
    object(change, where, ["at", "parameter", "value"]);
    const parameter = given["parameter"];
    if (typeof parameter !== "string" || parameterIndex(network, parameter) === undefined) {
      fail(`${where}.parameter`, parameter, "a parameter of this network such as W.1.1.1 or b.1.1 is wanted");
    }
    return { at, parameter, value: finite(given["value"], `${where}.value`) };
  });
}
