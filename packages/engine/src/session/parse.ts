/** Reads an experiment from JSON and fills in the defaults. */
import { allowed, values } from "#text/values";
import { type DatasetName, datasets } from "../data/index.ts";
import { activations, type ActivationName } from "../nn/activations.ts";
import { initializers, type InitializerName } from "../nn/initializers.ts";
import { createNetwork, type Layer, type Network, parameterIndex } from "../nn/network.ts";
import { type OptimizerChoice, optimizers } from "../nn/optimizers/index.ts";
import { ExperimentError, short } from "../math/errors.ts";
import {
  anyOf,
  anything,
  boolean,
  exactly,
  fail,
  list,
  number,
  object,
  oneOf,
  optional,
  keyPath,
  type Schema,
  type Shape,
  tagged,
  tuple,
  upTo,
  versioned,
  whole,
  withDefault,
} from "../schema/index.ts";
import {
  type BatchChoice,
  type Change,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  MAX_EPOCHS,
  MAX_LAYERS,
  MAX_SAMPLES,
  MAX_SEED,
  MAX_TEST_SHARE,
  MAX_UNITS,
  type NetworkChoice,
  NOISE,
  POINTS,
} from "./experiment.ts";

/** Reads an experiment. @throws ExperimentError that names the key, what is allowed, and what was found */
export function parseExperiment(json: unknown): Experiment {
  return experiment(json, "");
}

/**
 * Reads the JSON of an experiment file. It holds an experiment, or an exported run with an experiment in it.
 * @throws ExperimentError
 */
export function parseExperimentFile(json: unknown): Experiment {
  const exported = typeof json === "object" && json !== null && "experiment" in json;
  return parseExperiment(exported ? json.experiment : json);
}

/** Reads the text of an experiment file. `name` is the file's name for error messages. @throws ExperimentError */
export function readExperiment(text: string, name: string): Experiment {
  return parseExperimentFile(readJson(text, name));
}

/** Parses the text of a JSON file. `name` is the file's name for error messages. @throws ExperimentError */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    // A parser may overflow the stack; its message then says nothing about the file.
    const reason = error instanceof SyntaxError ? error.message : values.tooDeep().text;
    throw new ExperimentError(
      values.notJson({ name: short(name), reason: reason.replaceAll(/\s+/g, " ").replace(/\.$/, "") }),
    );
  }
}

/** Reads the dataset of an experiment. `where` is its path for error messages. @throws ExperimentError */
export function parseDataset(json: unknown, where = "dataset"): DatasetChoice {
  return dataset(json, where);
}

/** Reads an optimizer with its hyperparameters. `where` is its path for error messages. @throws ExperimentError */
export function parseOptimizer(json: unknown, where: string): OptimizerChoice {
  return optimizer(json, where);
}

const names = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];

/** A shape for each entry of a table. */
const shapesOf = <Entry>(
  table: Readonly<Record<string, Entry>>,
  shape: (entry: Entry) => Shape,
): Record<string, Shape> =>
  Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, shape(entry)]));

const { initializer: defaultInitializer, hidden: defaultHidden } = defaultExperiment.network;
const { epochs, autoStop, batch: defaultBatch } = defaultExperiment.training;

const seed = (missing: number): Schema<number> => withDefault(whole(0, MAX_SEED), missing);

const label = oneOf([0, 1], allowed.label());

const sample: Schema<[x1: number, x2: number, label: 0 | 1]> = (value, where) =>
  Array.isArray(value) && value.length === 3
    ? tuple([number(), number(), label])(value, where)
    : fail(where, value, allowed.row());

const samples = list(sample, {
  must: allowed.rows(),
  length: { from: 1, to: MAX_SAMPLES, items: "points" },
});

/** The limit for the numbers of a unit map, so that everything computed from them stays finite. */
const MAX_UNIT = 1e100;

const offset = number({ from: -MAX_UNIT, to: MAX_UNIT });
const map = object({ scale: number({ from: 1 / MAX_UNIT, to: MAX_UNIT }), x1: offset, x2: offset });

const dataset = tagged("name", {
  ...shapesOf<(typeof datasets)[DatasetName]>(datasets, (one) =>
    one.kind === "gate"
      ? {}
      : {
          points: withDefault(whole(POINTS.min, POINTS.max), POINTS.default),
          noise: withDefault(number({ from: NOISE.min, to: NOISE.max }), one.noise),
          seed: seed("seed" in defaultExperiment.dataset ? defaultExperiment.dataset.seed : 0),
        },
  ),
  custom: { samples, map: optional(map) },
}) as Schema<DatasetChoice>;

const split = object({ test: withDefault(number({ from: 0, to: MAX_TEST_SHARE }), 0), seed: seed(0) });

const layer = object({
  units: withDefault(whole(1, MAX_UNITS), 4),
  activation: withDefault(oneOf(names<ActivationName>(activations)), "tanh"),
});

const layers = list(layer, {
  length: upTo(MAX_LAYERS, "hiddenLayers"),
});

const linear = ({ fanIn, fanOut }: Layer) => {
  const row = list(number(), { length: exactly(fanIn, "numbers") });
  return object({
    weight: list(row, { length: exactly(fanOut, "rows") }),
    bias: list(number(), { length: exactly(fanOut, "numbers") }),
  });
};

const initializer = (shape: Network) =>
  tagged("name", {
    ...(shapesOf(initializers, () => ({
      seed: seed("seed" in defaultInitializer ? defaultInitializer.seed : 0),
    })) as Record<InitializerName, { seed: Schema<number> }>),
    given: {
      parameters: tuple(shape.layers.map(linear), {
        must: allowed.layers(),
        length: exactly(shape.layers.length, "layers"),
      }),
    },
  });

const network: Schema<NetworkChoice> = (value, where) => {
  const chosen = object({
    hidden: withDefault(layers, defaultHidden),
    initializer: withDefault(anything, defaultInitializer),
  })(value, where);
  const read = initializer(createNetwork(chosen.hidden));
  return { hidden: chosen.hidden, initializer: read(chosen.initializer, keyPath(where, "initializer")) };
};

const optimizer = tagged(
  "name",
  shapesOf(optimizers, ({ hyper }) =>
    Object.fromEntries(
      Object.entries(hyper).map(([key, { value, limits }]) => [key, withDefault(number(limits), value)]),
    ),
  ),
) as Schema<OptimizerChoice>;

const someSamples = object({ size: whole(1, MAX_SAMPLES), seed: seed(0) });

const batch: Schema<BatchChoice> = (value, where) => {
  if (value === "all") return value;
  if (typeof value === "object" && value !== null) return someSamples(value, where);
  return fail(where, value, allowed.batch());
};

const training = object({
  epochs: withDefault(whole(0, MAX_EPOCHS), epochs),
  autoStop: withDefault(boolean, autoStop),
  batch: withDefault(batch, defaultBatch),
});

const change = (shape: Network): Schema<Change> => {
  const parameter: Schema<string> = (value, where) =>
    typeof value === "string" && parameterIndex(shape, value) !== undefined
      ? value
      : fail(where, value, allowed.parameter());
  const at = whole(0, MAX_EPOCHS);
  return anyOf({ optimizer: { at, optimizer }, parameter: { at, parameter, value: number() } }, (given) =>
    given["parameter"] === undefined ? "optimizer" : "parameter",
  );
};

const choices = object(
  {
    version: oneOf([1], allowed.only({ value: 1 })),
    dataset: withDefault(dataset, defaultExperiment.dataset),
    split: withDefault(split, {}),
    network: withDefault(network, {}),
    optimizer: withDefault(optimizer, defaultExperiment.optimizer),
    training: withDefault(training, {}),
    changes: withDefault(anything, []),
  },
  { title: values.theExperiment().text },
);

/** A change names a parameter of the network, so the network must be read first. */
const experiment = versioned<Experiment>(
  (value, where) => {
    const read = choices(value, where);
    const changes = list(change(createNetwork(read.network.hidden)));
    return { ...read, changes: changes(read.changes, keyPath(where, "changes")) };
  },
  { migrations: [], missingVersion: "refused" },
);
