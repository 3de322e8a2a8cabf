/** One experiment for each head, with features, penalties, units and the rest spread over them: for tests of the exports. */
import { createSession, type Experiment, parseExperiment, type Session } from "@neural-viz/engine";

/** Rows of inputs and targets that follow from them. */
function rows(
  count: number,
  inputs: number,
  targets: (x: readonly number[], s: number) => number[],
): number[][] {
  return Array.from({ length: count }, (_, s) => {
    const x = Array.from({ length: inputs }, (_unused, k) =>
      Number(((Math.sin(12.9898 * (s + 1) + 78.233 * (k + 1)) * 43758.5453) % 1).toFixed(6)),
    ).map(Math.abs);
    return [...x, ...targets(x, s)];
  });
}

const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b);
const layer = (units: number, activation: string): object => ({ units, activation });
const sgd = { name: "sgd", learningRate: 0.2 };

/** Matt Mazur's network: 2-2-2, sigmoid, half the squared error, one point. */
const mazur = {
  dataset: { name: "custom", targets: "values", outputs: 2, samples: [[0.05, 0.1, 0.01, 0.99]] },
  network: {
    hidden: [layer(2, "sigmoid")],
    output: { activation: "sigmoid", loss: "squaredError" },
    initializer: {
      name: "given",
      parameters: [
        {
          weight: [
            [0.15, 0.2],
            [0.25, 0.3],
          ],
          bias: [0.35, 0.35],
        },
        {
          weight: [
            [0.4, 0.45],
            [0.5, 0.55],
          ],
          bias: [0.6, 0.6],
        },
      ],
    },
  },
  optimizer: { name: "sgd", learningRate: 0.5 },
  training: { epochs: 50, autoStop: false },
};

const threeClasses = {
  name: "custom",
  inputs: 3,
  targets: "classes",
  classes: 3,
  samples: rows(40, 3, (x) => [Math.min(2, Math.floor(sum(x)))]),
};

const family: Readonly<Record<string, object>> = {
  "Mazur's network": mazur,
  "softmax on blobs until all are sure": {
    dataset: { name: "blobs", points: 60, noise: 0, seed: 4 },
    network: { hidden: [] },
    optimizer: { name: "adam", learningRate: 0.5 },
    training: { epochs: 3000 },
  },
  "softmax over four classes with features, L1, L2 and AdamW": {
    dataset: { name: "pinwheel", classes: 4, points: 80, noise: 0.03, seed: 2, decimals: 3 },
    network: {
      features: ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(2*pi*x1)", "sin(2*pi*x2)"],
      hidden: [layer(6, "relu")],
      initializer: { name: "he", seed: 6, decimals: 2 },
    },
    regularization: { l1: 0.001, l2: 0.01 },
    optimizer: { name: "adamw", learningRate: 0.02, weightDecay: 0.05 },
    training: { epochs: 120 },
  },
  "softmax on irises of four columns, held out, in mini-batches": {
    dataset: { name: "iris", columns: [1, 2, 3, 4] },
    split: { test: 0.3, seed: 5 },
    network: { hidden: [layer(4, "tanh")] },
    optimizer: { name: "nesterov", learningRate: 0.05 },
    training: { epochs: 12, batch: { size: 16, seed: 3 } },
  },
  "sigmoids against one-hot classes, the mean squared error, held out": {
    dataset: threeClasses,
    split: { test: 0.25, seed: 1 },
    network: {
      hidden: [layer(5, "sigmoid")],
      output: { activation: "sigmoid", loss: "mse" },
      initializer: { name: "xavier", seed: 9 },
    },
    regularization: { l1: 0, l2: 0.001 },
    optimizer: { name: "momentum", learningRate: 0.3, momentum: 0.8 },
    training: { epochs: 80 },
  },
  "sigmoids against one-hot classes, half the squared error, in mini-batches": {
    dataset: { name: "rings", classes: 2, points: 40, noise: 0.02, seed: 8 },
    network: { hidden: [layer(4, "leakyRelu")], output: { activation: "sigmoid", loss: "squaredError" } },
    optimizer: { name: "rmsprop", learningRate: 0.02 },
    training: { epochs: 20, batch: { size: 7, seed: 11 } },
  },
  "one sigmoid with the mean squared error until it is small": {
    dataset: { name: "or" },
    network: { hidden: [], output: { activation: "sigmoid", loss: "mse" } },
    optimizer: { name: "adam", learningRate: 0.3 },
  },
  "one sigmoid with half the squared error, of three inputs, with L1": {
    dataset: {
      name: "custom",
      inputs: 3,
      samples: rows(24, 3, (x) => [Number(sum(x) > 1.5)]),
      map: [
        { offset: 10, scale: 5 },
        { offset: -1, scale: 2 },
        { offset: 0, scale: 100 },
      ],
    },
    network: {
      features: ["x3", "x1*x2", "x1"],
      hidden: [layer(3, "tanh")],
      output: { activation: "sigmoid", loss: "squaredError" },
    },
    regularization: { l1: 0.0005, l2: 0 },
    optimizer: { name: "adagrad", learningRate: 0.3 },
    training: { epochs: 100 },
  },
  "one sigmoid and cross-entropy over one input with features": {
    dataset: { name: "custom", inputs: 1, samples: rows(30, 1, ([x]) => [Number(Math.abs(x! - 0.5) < 0.2)]) },
    network: { features: ["x1", "x1^2", "sin(2*pi*x1)"], hidden: [] },
    optimizer: { name: "adam", learningRate: 0.1 },
    training: { epochs: 200 },
  },
  "a line until its loss is small beside that of the mean": {
    dataset: { name: "line", points: 30, noise: 0, seed: 3 },
    network: { hidden: [] },
    optimizer: { name: "adam", learningRate: 0.1 },
    training: { epochs: 2000 },
  },
  "a sine with a change of optimizer and of a weight, held out": {
    dataset: { name: "sine", points: 50, noise: 0.05, seed: 3 },
    split: { test: 0.2, seed: 2 },
    network: {
      hidden: [layer(6, "tanh"), layer(3, "identity")],
      output: { activation: "identity", loss: "squaredError" },
    },
    optimizer: sgd,
    training: { epochs: 150 },
    changes: [
      { at: 40, optimizer: { name: "adagrad", learningRate: 0.05, eps: 1e-10 } },
      { at: 60, parameter: "W.1.2.1", value: 0.5 },
      { at: 80, optimizer: { name: "nesterov", learningRate: 0.02, momentum: 0 } },
      { at: 100, optimizer: { name: "nesterov", learningRate: 0.02, momentum: 0.9 } },
    ],
  },
  "hills over two inputs with features and L2, in mini-batches": {
    dataset: { name: "hills", points: 60, noise: 0.02, seed: 5 },
    network: { features: ["x1*x2", "x2"], hidden: [layer(5, "tanh")] },
    regularization: { l1: 0, l2: 0.0001 },
    optimizer: { name: "adamw", learningRate: 0.02, weightDecay: 0.01 },
    training: { epochs: 20, batch: { size: 25, seed: 0 } },
  },
  "body mass of penguins from three columns": {
    dataset: { name: "penguins", columns: [1, 2, 3], target: "body mass", decimals: 4 },
    network: { hidden: [layer(3, "relu")], initializer: { name: "torch", seed: 5, decimals: 1 } },
    optimizer: { name: "adam", learningRate: 0.02 },
    training: { epochs: 60 },
  },
  "species of penguins": {
    dataset: { name: "penguins", columns: [1, 3] },
    network: { hidden: [layer(3, "tanh")] },
    optimizer: { name: "adam", learningRate: 0.05 },
    training: { epochs: 60 },
  },
  "three values through tanh, half the squared error, L1 and L2": {
    dataset: {
      name: "custom",
      inputs: 4,
      targets: "values",
      outputs: 3,
      samples: rows(25, 4, (x) => [Math.sin(sum(x)) / 2, x[0]! - x[1]!, -0.25]),
      targetMap: [
        { offset: 100, scale: 50 },
        { offset: 0, scale: 1 },
        { offset: -3, scale: 0.5 },
      ],
    },
    network: { hidden: [layer(4, "tanh")], output: { activation: "tanh", loss: "squaredError" } },
    regularization: { l1: 0.001, l2: 0.002 },
    optimizer: sgd,
    training: { epochs: 100 },
  },
  "four values through sigmoids, the mean squared error": {
    dataset: {
      name: "custom",
      inputs: 1,
      targets: "values",
      outputs: 4,
      domain: [[-2, 3]],
      samples: rows(15, 1, ([x]) => [x!, 1 - x!, x! * x!, 0.5]),
    },
    network: {
      hidden: [layer(3, "tanh"), layer(3, "sigmoid"), layer(2, "relu"), layer(4, "identity")],
      output: { activation: "sigmoid", loss: "mse" },
    },
    optimizer: { name: "rmsprop", learningRate: 0.01 },
    training: { epochs: 60 },
  },
  "a value through tanh, the mean squared error, all weights zero": {
    dataset: { name: "step", points: 20, noise: 0.05, seed: 1 },
    network: {
      hidden: [layer(2, "sigmoid")],
      output: { activation: "tanh", loss: "mse" },
      initializer: { name: "zeros", seed: 0, decimals: 2 },
    },
    optimizer: sgd,
    training: { epochs: 40 },
  },
  "a line whose loss goes beyond all bounds": {
    dataset: { name: "plane", points: 20, noise: 0.05, seed: 1 },
    network: { hidden: [layer(3, "identity")] },
    optimizer: { name: "sgd", learningRate: 40 },
    regularization: { l1: 0, l2: 1 },
    training: { epochs: 3000 },
  },
};

/** The experiments. */
export function familyExperiments(): Record<string, Experiment> {
  return Object.fromEntries(
    Object.entries(family).map(([name, json]) => [name, parseExperiment({ version: 1, ...json })]),
  );
}

/** A run of each, to its end. */
export function familyRuns(): Record<string, Session> {
  return Object.fromEntries(
    Object.entries(familyExperiments()).map(([name, experiment]) => {
      const session = createSession(experiment);
      while (session.stopped === undefined) session.step();
      return [name, session];
    }),
  );
}
