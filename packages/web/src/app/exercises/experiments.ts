/** The experiments of the presets: those of examples/, and others in short. */
import {
  type ActivationName,
  type Experiment,
  type FeatureName,
  type HiddenLayer,
  parseExperiment,
} from "@neural-viz/engine";

const files = import.meta.glob<string>("../../../../../examples/*.json", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** An experiment of examples/, by the name of its file. */
export function example(name: string): Experiment {
  return parseExperiment(JSON.parse(files[`../../../../../examples/${name}.json`]!));
}

const layers = (activation: ActivationName, ...units: readonly number[]): HiddenLayer[] =>
  units.map((count) => ({ units: count, activation }));

interface Few {
  readonly dataset: string;
  readonly features?: readonly FeatureName[];
  readonly hidden: readonly HiddenLayer[];
  readonly seed?: number;
  readonly optimizer?: string;
  readonly rate: number;
  readonly epochs: number;
  /** Half the points held out, and updates from ten points, as TensorFlow Playground has it. */
  readonly halved?: boolean;
  readonly l1?: number;
}

/** An experiment with what isn't mentioned left at its default. */
function experimentOf(few: Few): Experiment {
  const { dataset, features, hidden, seed = 0, optimizer = "sgd", rate, epochs, halved = false, l1 } = few;
  return parseExperiment({
    version: 1,
    dataset: { name: dataset },
    ...(halved && { split: { test: 0.5 } }),
    network: { ...(features && { features }), hidden, initializer: { name: "torch", seed } },
    ...(l1 !== undefined && { regularization: { l1 } }),
    optimizer: { name: optimizer, learningRate: rate },
    training: { epochs, autoStop: false, ...(halved && { batch: { size: 10 } }) },
  });
}

/** XOR with two hidden neurons. */
export const xorWithTwo = experimentOf({
  dataset: "xor",
  hidden: layers("tanh", 2),
  rate: 1,
  epochs: 300,
});

/** TensorFlow Playground's circle, with its default network. */
export const circle = experimentOf({
  dataset: "circles",
  hidden: layers("tanh", 4, 2),
  seed: 2,
  rate: 1,
  epochs: 150,
  halved: true,
});

/** Two clouds, and no hidden layer. */
export const clouds = experimentOf({ dataset: "clusters", hidden: [], rate: 0.3, epochs: 60, halved: true });

/** XOR without a hidden layer, with and without the product of its inputs. */
export const xorAlone = experimentOf({ dataset: "xor", hidden: [], rate: 1, epochs: 1000 });
export const xorCrossed = experimentOf({
  dataset: "xor",
  features: ["x1", "x2", "x1*x2"],
  hidden: [],
  rate: 1,
  epochs: 1000,
});

/** The spiral with sines as inputs. */
export const spiral = experimentOf({
  dataset: "spiral",
  features: ["x1", "x2", "sin(2*pi*x1)", "sin(2*pi*x2)"],
  hidden: layers("tanh", 8, 6),
  rate: 0.3,
  epochs: 500,
  halved: true,
});

/** Circles with as many hidden neurons as this. */
export const circlesWith = (units: number): Experiment =>
  experimentOf({
    dataset: "circles",
    hidden: layers("tanh", units),
    seed: 2,
    optimizer: "adam",
    rate: 0.05,
    epochs: 700,
  });

/** A line between two classes, with two inputs too many, and a penalty on the size of the weights. */
export const penalized = (l1: number | undefined): Experiment =>
  experimentOf({
    dataset: "linear",
    features: ["x1", "x2", "x1*x2", "sin(2*pi*x1)"],
    hidden: [],
    rate: 0.5,
    epochs: 800,
    ...(l1 !== undefined && { l1 }),
  });

/** Four layers of this activation. */
export const deep = (activation: ActivationName): Experiment =>
  experimentOf({ dataset: "moons", hidden: layers(activation, 4, 4, 4, 4), rate: 0.5, epochs: 300 });

/** The same network at this learning rate. */
export const atRate = (rate: number): Experiment =>
  experimentOf({ dataset: "moons", hidden: layers("tanh", 4), rate, epochs: 200 });
