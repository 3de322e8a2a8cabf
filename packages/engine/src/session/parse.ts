/** Reads an experiment from JSON and fills in the defaults. */
import { allowed, values } from "#text/values";
import { ExperimentError, short } from "../math/errors.ts";
import { type Network, parameterIndex } from "../nn/network.ts";
import { type OptimizerChoice, optimizers } from "../nn/optimizers/index.ts";
import { type Regularization, regularizers } from "../nn/regularizers/index.ts";
import {
  anyOf,
  anything,
  boolean,
  fail,
  list,
  number,
  object,
  oneOf,
  optional,
  keyPath,
  type Schema,
  tagged,
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
  MAX_PENALTY,
  MAX_SAMPLES,
  MAX_TEST_SHARE,
} from "./experiment.ts";
import { dataset } from "./parseDataset.ts";
import { network } from "./parseNetwork.ts";
import { seed, shapesOf } from "./schemas.ts";
import { networkOf } from "./start.ts";

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

const { epochs, autoStop, batch: defaultBatch } = defaultExperiment.training;

const split = object({ test: withDefault(number({ from: 0, to: MAX_TEST_SHARE }), 0), seed: seed(0) });

const factor = withDefault(number({ from: 0, to: MAX_PENALTY }), 0);
const regularization = object(
  Object.fromEntries(Object.keys(regularizers).map((name) => [name, factor])),
) as unknown as Schema<Regularization>;

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
    network: withDefault(anything, {}),
    regularization: optional(regularization),
    optimizer: withDefault(optimizer, defaultExperiment.optimizer),
    training: withDefault(training, {}),
    changes: withDefault(anything, []),
  },
  { title: values.theExperiment().text },
);

/** What a network may be depends on the data, and a change names a parameter of the network: so they are read in turn. */
const experiment = versioned<Experiment>(
  (value, where) => {
    const read = choices(value, where);
    const chosen = network(read.dataset)(read.network, keyPath(where, "network"));
    const shape = networkOf({ dataset: read.dataset, network: chosen });
    const changes = list(change(shape))(read.changes, keyPath(where, "changes"));
    return { ...read, network: chosen, changes };
  },
  { migrations: [], missingVersion: "refused" },
);
