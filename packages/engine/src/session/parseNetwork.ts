/** Reads the network of an experiment. What it may be depends on the data. */
import { allowed, values } from "#text/values";
import type { TargetKind } from "../math/classes.ts";
import { ExperimentError } from "../math/errors.ts";
import { activations, type ActivationName } from "../nn/activations.ts";
import { type FeatureName, featuresFor } from "../nn/features/index.ts";
import type { OutputChoice } from "../nn/head.ts";
import { headsFor } from "../nn/heads/index.ts";
import { initializers, type InitializerName } from "../nn/initializers.ts";
import type { Layer, Network } from "../nn/network.ts";
import {
  anything,
  exactly,
  keyPath,
  list,
  number,
  object,
  oneOf,
  optional,
  type Schema,
  tagged,
  tuple,
  upTo,
  whole,
  withDefault,
} from "../schema/index.ts";
import {
  type DatasetChoice,
  defaultExperiment,
  MAX_FEATURES,
  MAX_LAYERS,
  MAX_UNITS,
  type NetworkChoice,
} from "./experiment.ts";
import { decimals, names, seed, shapesOf } from "./schemas.ts";
import { dataShape, networkOf } from "./start.ts";

const { initializer: defaultInitializer, hidden: defaultHidden } = defaultExperiment.network;

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
      decimals,
    })) as Record<InitializerName, { seed: Schema<number>; decimals: Schema<number | undefined> }>),
    given: {
      parameters: tuple(shape.layers.map(linear), {
        must: allowed.layers(),
        length: exactly(shape.layers.length, "layers"),
      }),
    },
  });

/** Features that the raw inputs allow, each at most once. */
const featuresOf = (inputs: number): Schema<readonly FeatureName[]> => {
  const some = list(oneOf(featuresFor(inputs)), { length: { from: 1, to: MAX_FEATURES, items: "features" } });
  return (value, where) => {
    const read = some(value, where);
    const twice = read.find((name, i) => read.indexOf(name) !== i);
    if (twice !== undefined) throw new ExperimentError(values.twice({ where, name: twice }));
    return read;
  };
};

/** An activation and a loss that fit the targets; what is left out is the first that fits the rest. */
const outputFor = (targets: TargetKind): Schema<OutputChoice> => {
  const fitting = headsFor(targets);
  const some = object({
    activation: optional(oneOf(["sigmoid", "softmax", "identity", "tanh"])),
    loss: optional(oneOf(["crossEntropy", "mse", "squaredError"])),
  });
  return (value, where) => {
    const { activation, loss } = some(value, where);
    const found = fitting.find(
      (head) =>
        (activation === undefined || head.activation === activation) &&
        (loss === undefined || head.loss === loss),
    );
    if (found !== undefined) return { activation: found.activation, loss: found.loss };
    throw new ExperimentError(
      values.noHead({
        where,
        found: [activation, loss].filter((part) => part !== undefined).join(" + "),
        targets,
        allowed: fitting.map((head) => `${head.activation} + ${head.loss}`),
      }),
    );
  };
};

/** A network for these data. */
export const network =
  (data: DatasetChoice): Schema<NetworkChoice> =>
  (value, where) => {
    const { inputs, targets } = dataShape(data);
    const chosen = object({
      features: optional(featuresOf(inputs)),
      hidden: withDefault(layers, defaultHidden),
      output: optional(outputFor(targets)),
      initializer: withDefault(anything, defaultInitializer),
    })(value, where) as Omit<NetworkChoice, "initializer"> & { initializer: unknown };
    const shape = networkOf({ dataset: data, network: chosen as NetworkChoice });
    const first = initializer(shape)(chosen.initializer, keyPath(where, "initializer"));
    return { ...chosen, initializer: first };
  };
