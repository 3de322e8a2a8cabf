import { expect, test } from "vitest";
import {
  type BugName,
  createNetwork,
  type DatasetName,
  defaultExperiment,
  ExperimentError,
  generate,
  optimizerOf,
  type OptimizerName,
  parseExperiment,
  layersForBug,
  readExperiment,
} from "@neural-viz/engine";
import { refusal } from "./refusal.ts";

const samples = [[0, 0, 1]];
const given = { name: "given", parameters: [{ weight: [[1, 2]], bias: [3] }] };

test("a file that says nothing is the first view", () => {
  expect(parseExperiment({ version: 1 })).toEqual(defaultExperiment);
});

test("an experiment read, written and read again is the same", () => {
  const text = JSON.stringify(defaultExperiment);
  expect(parseExperiment(JSON.parse(text))).toEqual(defaultExperiment);
});

test("PyTorch's defaults are filled in", () => {
  const { optimizer } = parseExperiment({ version: 1, optimizer: { name: "rmsprop", learningRate: 0.01 } });
  expect(optimizer).toEqual({ name: "rmsprop", learningRate: 0.01, alpha: 0.99, eps: 1e-8 });
});

test.each<[string, unknown]>([
  ["The experiment must be an object; it is an empty list.", []],
  ["version must be 1; it is missing.", {}],
  ["version must be 1; it is 2.", { version: 2 }],
  [
    "The experiment has no key “colour”; its keys are version, dataset, split, network, optimizer, training, changes.",
    { version: 1, colour: 3 },
  ],
  [
    'dataset.name must be one of circles, moons, spiral, linear, clusters, xor, and, or, custom; it is "blobs".',
    { version: 1, dataset: { name: "blobs" } },
  ],
  [
    "dataset.points must be a whole number from 4 to 1000; it is 3.",
    { version: 1, dataset: { name: "moons", points: 3 } },
  ],
  [
    "dataset.points must be a whole number from 4 to 1000; it is 10.5.",
    { version: 1, dataset: { name: "moons", points: 10.5 } },
  ],
  [
    "dataset.noise must be a number from 0 to 0.3; it is 0.31.",
    { version: 1, dataset: { name: "moons", noise: 0.31 } },
  ],
  [
    "dataset.noise must be a number from 0 to 0.3; it is NaN.",
    { version: 1, dataset: { name: "moons", noise: NaN } },
  ],
  [
    "dataset.seed must be a whole number from 0 to 4294967295; it is -1.",
    { version: 1, dataset: { name: "moons", seed: -1 } },
  ],
  ["dataset has no key “points”; its keys are name.", { version: 1, dataset: { name: "xor", points: 4 } }],
  [
    "dataset has no key “seed”; its keys are name, samples, map.",
    { version: 1, dataset: { name: "custom", samples, seed: 4 } },
  ],
  [
    "dataset.samples must be a list of [x1, x2, label]; it is missing.",
    { version: 1, dataset: { name: "custom" } },
  ],
  [
    "dataset.samples must have 1 to 5,000 points; it has 0.",
    { version: 1, dataset: { name: "custom", samples: [] } },
  ],
  [
    "dataset.samples must have 1 to 5,000 points; it has 200000.",
    { version: 1, dataset: { name: "custom", samples: Array.from({ length: 200_000 }, () => samples[0]) } },
  ],
  [
    "dataset.samples[0][2] must be the label 0 or 1; it is 2.",
    { version: 1, dataset: { name: "custom", samples: [[0, 0, 2]] } },
  ],
  [
    'dataset.samples[0][1] must be a finite number; it is "1".',
    { version: 1, dataset: { name: "custom", samples: [[0, "1", 1]] } },
  ],
  [
    "dataset.samples[0] must be [x1, x2, label]; it is a list of 2 values.",
    { version: 1, dataset: { name: "custom", samples: [[0, 1]] } },
  ],
  [
    "network.hidden must have 0 to 4 hidden layers; it has 5.",
    { version: 1, network: { hidden: [{}, {}, {}, {}, {}] } },
  ],
  [
    "network.hidden[0].units must be a whole number from 1 to 8; it is 12.",
    { version: 1, network: { hidden: [{ units: 12 }] } },
  ],
  [
    'network.hidden[0].activation must be one of relu, tanh, sigmoid, leakyRelu, identity; it is "swish".',
    { version: 1, network: { hidden: [{ activation: "swish" }] } },
  ],
  [
    "network.initializer.seed must be a whole number from 0 to 4294967295; it is 4294967296.",
    { version: 1, network: { initializer: { name: "torch", seed: 2 ** 32 } } },
  ],
  [
    "network.initializer.parameters must be a list of 2 layers; it is a list of 1 value.",
    { version: 1, network: { hidden: [{}], initializer: given } },
  ],
  [
    "network.initializer.parameters[0].bias must be a list; it is missing.",
    {
      version: 1,
      network: { hidden: [], initializer: { name: "given", parameters: [{ weight: [[1, 2]] }] } },
    },
  ],
  [
    "network.initializer.parameters[0].weight[0] must be a list of 2 numbers; it is a list of 1 value.",
    {
      version: 1,
      network: { hidden: [], initializer: { name: "given", parameters: [{ weight: [[1]], bias: [1] }] } },
    },
  ],
  [
    "optimizer.learningRate must be a number above 0 and at most 100; it is 0.",
    { version: 1, optimizer: { name: "sgd", learningRate: 0 } },
  ],
  [
    "optimizer has no key “momentum”; its keys are name, learningRate.",
    { version: 1, optimizer: { name: "sgd", momentum: 0.9 } },
  ],
  [
    "optimizer.beta1 must be a number of at least 0 and below 1; it is 1.",
    { version: 1, optimizer: { name: "adam", beta1: 1 } },
  ],
  [
    "training.epochs must be a whole number from 0 to 5000000; it is 5000001.",
    { version: 1, training: { epochs: 5_000_001 } },
  ],
  ["split.test must be a number from 0 to 0.9; it is 0.95.", { version: 1, split: { test: 0.95 } }],
  [
    "training.batch.size must be a whole number from 1 to 5000; it is 0.",
    { version: 1, training: { batch: { size: 0 } } },
  ],
  [
    'training.batch must be "all" or {"size": 16, "seed": 0}; it is 16.',
    { version: 1, training: { batch: 16 } },
  ],
  ['training.autoStop must be true or false; it is "yes".', { version: 1, training: { autoStop: "yes" } }],
  ["changes must be a list; it is an object.", { version: 1, changes: {} }],
  [
    'changes[0].parameter must be a parameter of this network, such as W.1.1.1 or b.1.1; it is "W.9.1.1".',
    { version: 1, changes: [{ at: 1, parameter: "W.9.1.1", value: 1 }] },
  ],
  [
    "changes[0].value must be a finite number; it is null.",
    { version: 1, changes: [{ at: 1, parameter: "W.1.1.1", value: null }] },
  ],
])("%s", (sentence, json) => {
  expect(() => parseExperiment(json)).toThrow(refusal("ExperimentError", sentence));
});

/** An experiment in which every key of the format stands somewhere. */
const everyKey: readonly object[] = [
  {
    version: 1,
    dataset: { name: "moons", points: 20, noise: 0.1, seed: 3 },
    split: { test: 0.2, seed: 1 },
    network: { hidden: [{ units: 2, activation: "relu" }], initializer: { name: "torch", seed: 4 } },
    optimizer: { name: "adam", learningRate: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
    training: { epochs: 5, autoStop: false, batch: { size: 2, seed: 1 } },
    changes: [
      { at: 1, parameter: "W.1.1.1", value: 3 },
      { at: 2, optimizer: { name: "momentum", learningRate: 1, momentum: 0.5 } },
      { at: 3, optimizer: { name: "rmsprop", learningRate: 1, alpha: 0.5, eps: 1e-8 } },
    ],
  },
  {
    version: 1,
    dataset: { name: "custom", samples: [[0, 1, 1]], map: { scale: 2, x1: 0, x2: 1 } },
    network: { hidden: [], initializer: given },
  },
];

/** The path of keys to every value within a JSON value, the value itself included. */
function keyPaths(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[] as string[]].concat(
    Object.entries(value).flatMap(([key, part]) => keyPaths(part).map((rest) => [key].concat(rest))),
  );
}

/** The JSON text with other text in the place of a value. */
function textWith(value: unknown, [key, ...rest]: readonly string[], other: string): string {
  if (key === undefined) return other;
  const parts = Object.entries(value as object).map(([name, part]: [string, unknown]) => {
    const text = name === key ? textWith(part, rest, other) : JSON.stringify(part);
    return Array.isArray(value) ? text : `${JSON.stringify(name)}:${text}`;
  });
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
}

function sentenceOf(door: () => unknown): string {
  try {
    door();
  } catch (error) {
    if (error instanceof ExperimentError) return error.message;
    throw error;
  }
  return "accepted";
}

const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

const everyValue = everyKey.flatMap((whole) =>
  keyPaths(whole).map((path) => {
    const value = path.reduce<unknown>(
      (part, key) => (part as Readonly<Record<string, unknown>>)[key],
      whole,
    );
    return { at: path.join("."), whole, path, value };
  }),
);

test.each(everyValue)("null is refused at '$at', as wrong as any other value", ({ whole, path, value }) => {
  const read = (text: string): string =>
    sentenceOf(() => readExperiment(textWith(whole, path, text), "file.json"));
  expect(read(JSON.stringify(value))).toBe("accepted");
  expect(read("null")).toMatch(/^.{1,200} must be .{1,200}; it is null\.$/);
});

test.each(everyValue)(
  "a deep list, a long text or a name that every object has is refused at '$at'",
  (one) => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    for (const other of [deep, `"${"x".repeat(100_000)}"`, ...inherited.map((name) => `"${name}"`)]) {
      const text = textWith(one.whole, one.path, other);
      expect(sentenceOf(() => readExperiment(text, "file.json"))).toMatch(/^.{10,300}\.$/);
    }
  },
);

const everyObject = everyValue.filter(({ value }) => typeof value === "object" && !Array.isArray(value));

test.each(everyObject)("a key that every object has is an unknown key at '$at'", ({ whole, path, value }) => {
  for (const key of inherited) {
    const text = JSON.stringify(value).replace(/^\{/, `{"${key}":{"seed":1},`);
    const sentence = sentenceOf(() => readExperiment(textWith(whole, path, text), "file.json"));
    expect(sentence).toContain(`has no key “${key}”; `);
  }
});

test("what an object inherits isn't read", () => {
  const optimizer = Object.assign(Object.create({ learningRate: 5 }) as object, { name: "sgd" });
  expect(parseExperiment({ version: 1, optimizer }).optimizer.learningRate).toBe(0.3);
});

test.each(inherited)("the registries have no %s", (name) => {
  const network = createNetwork([]);
  for (const door of [
    () => optimizerOf(name as OptimizerName),
    () => generate(name as DatasetName, { points: 4, noise: 0, seed: 0 }),
    () => layersForBug(network, name as BugName),
  ]) {
    expect(sentenceOf(door)).toMatch(new RegExp(`^The [a-z ]+ must be one of .*; it is "${name}"\\.$`));
  }
});

test("a network may be given by its weights", () => {
  const { network } = parseExperiment({ version: 1, network: { hidden: [], initializer: given } });
  expect(network.initializer).toEqual(given);
});
