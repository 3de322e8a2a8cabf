/** What changes in a network when it gets data of another kind: only what the data don't allow. */
import {
  createSession,
  type DatasetChoice,
  type Experiment,
  networkOf,
  parseExperiment,
} from "@neural-viz/engine";
import { describe, expect, test, vi } from "vitest";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { adaptedTo, networkFor, optimizerFor } = await import("../src/store/setup/adapt.ts");

const read = (rest: object): Experiment => parseExperiment({ version: 1, ...rest });
const datasetOf = (dataset: object): DatasetChoice => read({ dataset }).dataset;
const hidden = [{ units: 3, activation: "relu" }];

/** Every kind of data. */
const kinds: readonly object[] = [
  { name: "circles" },
  { name: "xor" },
  { name: "blobs", classes: 2 },
  { name: "blobs", classes: 4 },
  { name: "sine" },
  { name: "hills" },
  { name: "iris" },
  { name: "penguins", columns: [1, 2, 3, 4] },
  { name: "penguins", columns: [3], target: "body mass" },
  {
    name: "custom",
    inputs: 1,
    samples: [
      [0.1, 0],
      [0.9, 1],
    ],
  },
  { name: "custom", inputs: 3, targets: "values", outputs: 2, samples: [[0, 0, 1, 0.5, 0.25]] },
];

/** Networks with something that only some data allow. */
const networks: readonly (readonly [string, Experiment])[] = [
  ["plain", read({ network: { hidden } })],
  ["features", read({ network: { hidden, features: ["x1", "x1*x2", "x2^2"] } })],
  ["squared error", read({ network: { hidden, output: { activation: "sigmoid", loss: "mse" } } })],
  ["three classes", read({ dataset: { name: "rings" }, network: { hidden } })],
  ["a tanh value", read({ dataset: { name: "line" }, network: { hidden, output: { activation: "tanh" } } })],
  [
    "given weights",
    read({
      dataset: { name: "xor" },
      network: {
        hidden: [],
        initializer: { name: "given", parameters: [{ weight: [[1, 2]], bias: [3] }] },
      },
    }),
  ],
];

describe.each(networks)("%s", (_, before) => {
  test.each(kinds)("gets a network that fits %j, and keeps its hidden layers", (data) => {
    const dataset = datasetOf(data);
    const network = networkFor(before, dataset);
    expect(network.hidden).toEqual(before.network.hidden);
    // The engine's own reader refuses what doesn't fit.
    const next = read({ ...before, dataset, network, changes: [] });
    expect(networkOf(next).size).toBeGreaterThan(0);
  });
});

test("what fits stays: features on data with as many inputs, an output on data with the same targets, given weights", () => {
  const features = read({ network: { hidden, features: ["x1", "x1*x2"] } });
  expect(networkFor(features, datasetOf({ name: "hills" })).features).toEqual(["x1", "x1*x2"]);
  expect(networkFor(features, datasetOf({ name: "sine" })).features).toBeUndefined();
  const squared = read({ network: { hidden, output: { activation: "sigmoid", loss: "mse" } } });
  expect(networkFor(squared, datasetOf({ name: "moons" })).output).toEqual({
    activation: "sigmoid",
    loss: "mse",
  });
  expect(networkFor(squared, datasetOf({ name: "sine" })).output).toBeUndefined();
  const [, given] = networks.at(-1)!;
  expect(networkFor(given, datasetOf({ name: "and" })).initializer).toEqual(given.network.initializer);
  expect(networkFor(given, datasetOf({ name: "iris" })).initializer.name).toBe("torch");
});

test("what changed is said in one sentence, and nothing if nothing did", () => {
  const plain = read({ network: { hidden } });
  expect(adaptedTo(plain, datasetOf({ name: "moons" }))).toBeUndefined();
  expect(adaptedTo(plain, datasetOf({ name: "iris" }))).toBe(
    "The network now has 3 outputs (softmax) with cross-entropy.",
  );
  expect(adaptedTo(plain, datasetOf({ name: "sine" }))).toBe(
    "The network now has 1 input and 1 output (identity) with mean squared error.",
  );
  expect(adaptedTo(plain, datasetOf({ name: "sine" }), 0.1)).toBe(
    "The network now has 1 input and 1 output (identity) with mean squared error. The learning rate is now 0.1: with a larger one, training on a squared error easily diverges.",
  );
});

const values = ["line", "sine", "step", "bumps", "plane", "hills"];
const circles = datasetOf({ name: "circles" });

test("a learning rate of 1 becomes 0.1 when classes become values, and only then", () => {
  const sgd = { name: "sgd", learningRate: 1 } as const;
  for (const name of values) {
    expect(optimizerFor(circles, datasetOf({ name }), sgd)).toEqual({ name: "sgd", learningRate: 0.1 });
  }
  expect(optimizerFor(circles, datasetOf({ name: "iris" }), sgd)).toBe(sgd);
  expect(optimizerFor(datasetOf({ name: "sine" }), datasetOf({ name: "line" }), sgd)).toBe(sgd);
  const small = { name: "sgd", learningRate: 0.03 } as const;
  expect(optimizerFor(circles, datasetOf({ name: "sine" }), small)).toBe(small);
  // Adam's steps don't grow with the gradient.
  const adam = { name: "adam", learningRate: 0.3, beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const;
  expect(optimizerFor(circles, datasetOf({ name: "sine" }), adam)).toBe(adam);
});

test.each(values)(
  "on %s, the opening network ends above its first loss with η = 1 and below it with 0.1",
  (name) => {
    const trained = (learningRate: number): boolean => {
      const session = createSession(
        read({
          dataset: { name },
          network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 908 } },
          optimizer: { name: "sgd", learningRate },
        }),
      );
      const first = session.loss;
      for (let t = 0; t < 300; t++) session.step();
      return session.loss < first;
    };
    expect(trained(1)).toBe(false);
    expect(trained(0.1)).toBe(true);
  },
);
