import { expect, test } from "vitest";
import {
  type BugName,
  createRecording,
  createRun,
  explain,
  defaultExperiment,
  ExperimentError,
  optimizerOf,
  type OptimizerName,
  parseExperiment,
  layersForBug,
  networkOf,
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
    "The experiment has no key “colour”; its keys are version, dataset, split, network, regularization, optimizer, training, changes.",
    { version: 1, colour: 3 },
  ],
  [
    'dataset.name must be one of circles, moons, spiral, linear, clusters, xor, and, or, blobs, pinwheel, rings, line, sine, step, bumps, plane, hills, iris, penguins, custom; it is "blob".',
    { version: 1, dataset: { name: "blob" } },
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
    "dataset has no key “seed”; its keys are name, inputs, targets, outputs, classes, samples, map, targetMap, domain.",
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

/** The sentence about a dataset of points, a network, or a whole experiment that isn't allowed. */
const own = (data: object): object => ({ version: 1, dataset: { name: "custom", ...data } });
const inNetwork = (network: object, dataset: object = { name: "moons" }): object => ({
  version: 1,
  dataset,
  network,
});

const forBinary = "sigmoid + crossEntropy, sigmoid + mse, sigmoid + squaredError";
const forClasses = "softmax + crossEntropy, sigmoid + squaredError, sigmoid + mse";
const forValues =
  "identity + mse, identity + squaredError, tanh + mse, tanh + squaredError, sigmoid + mse, sigmoid + squaredError";
const inPlane = "x1, x2, x1^2, x2^2, x1*x2, sin(2*pi*x1), sin(2*pi*x2)";
const map = { offset: 0, scale: 1 };

test.each<[string, object]>([
  // Labels and values outside of their type
  ["dataset.samples[0][2] must be the label 0 or 1; it is 2.", own({ samples: [[0, 0, 2]] })],
  [
    "dataset.samples[0][2] must be a whole number from 0 to 2; it is 3.",
    own({ targets: "classes", classes: 3, samples: [[0, 0, 3]] }),
  ],
  [
    "dataset.samples[1][2] must be a whole number from 0 to 3; it is 4.",
    own({ targets: "classes", samples: [[0, 0, 3]].concat([[0, 0, 4]]) }),
  ],
  [
    "dataset.samples[0][2] must be a whole number from 0 to 3; it is 0.5.",
    own({ targets: "classes", samples: [[0, 0, 0.5]] }),
  ],
  [
    "dataset.samples[0][2] must be a whole number from 0 to 3; it is -1.",
    own({ targets: "classes", samples: [[0, 0, -1]] }),
  ],
  [
    'dataset.samples[0][2] must be a finite number; it is "NaN".',
    own({ targets: "values", samples: [[0, 0, "NaN"]] }),
  ],
  [
    'dataset.samples[0][0] must be a finite number; it is "Infinity".',
    own({ targets: "values", samples: [["Infinity", 0, 1]] }),
  ],
  [
    "dataset.samples[0][2] must be a finite number; it is Infinity.",
    own({ targets: "values", samples: [[0, 0, Infinity]] }),
  ],
  [
    "dataset.samples[0] must be [x1, x2, x3, y1, y2]; it is a list of 3 values.",
    own({ inputs: 3, targets: "values", outputs: 2, samples: [[0, 0, 1]] }),
  ],
  [
    "dataset.samples[0] must be [x1, label]; it is a list of 3 values.",
    own({ inputs: 1, samples: [[0, 0, 1]] }),
  ],
  ["dataset.samples must be a list of [x1, y]; it is missing.", own({ inputs: 1, targets: "values" })],
  // How many there are
  ["dataset.inputs must be a whole number from 1 to 4; it is 5.", own({ inputs: 5, samples })],
  ["dataset.inputs must be a whole number from 1 to 4; it is 0.", own({ inputs: 0, samples })],
  [
    "dataset.outputs must be a whole number from 1 to 4; it is 5.",
    own({ targets: "values", outputs: 5, samples }),
  ],
  [
    "dataset.classes must be a whole number from 2 to 4; it is 5.",
    own({ targets: "classes", classes: 5, samples }),
  ],
  [
    "dataset.classes must be a whole number from 2 to 4; it is 1.",
    own({ targets: "classes", classes: 1, samples }),
  ],
  [
    'dataset.targets must be one of binary, classes, values; it is "labels".',
    own({ targets: "labels", samples }),
  ],
  // Keys that belong to other targets
  [
    'dataset.outputs is only allowed with "targets": "values"; here the targets are "binary".',
    own({ outputs: 1, samples }),
  ],
  [
    'dataset.outputs is only allowed with "targets": "values"; here the targets are "classes".',
    own({ targets: "classes", outputs: 2, samples }),
  ],
  [
    'dataset.classes is only allowed with "targets": "classes"; here the targets are "values".',
    own({ targets: "values", classes: 2, samples }),
  ],
  [
    'dataset.targetMap is only allowed with "targets": "values"; here the targets are "binary".',
    own({ targetMap: [map], samples }),
  ],
  // Maps and domains
  [
    "dataset.map must be a list of 3 maps; it is a list of 1 value.",
    own({ inputs: 3, map: [map], samples: [[0, 0, 0, 1]] }),
  ],
  [
    'dataset.map must be a list with {"offset", "scale"} for each of the 3 inputs; it is an object.',
    own({ inputs: 3, map: { scale: 1, x1: 0, x2: 0 }, samples: [[0, 0, 0, 1]] }),
  ],
  [
    "dataset.map[1].scale must be a number from 1e-100 to 1e+100; it is 0.",
    own({ map: [map, { offset: 0, scale: 0 }], samples }),
  ],
  [
    "dataset.targetMap must be a list of 2 maps; it is a list of 1 value.",
    own({ targets: "values", outputs: 2, targetMap: [map], samples: [[0, 0, 1, 1]] }),
  ],
  [
    "dataset.domain must be a list of 2 intervals; it is a list of 1 value.",
    own({ domain: [[0, 1]], samples }),
  ],
  [
    "dataset.domain[0] must be [low, high] with low < high; it is [1, 0].",
    own({ inputs: 1, domain: [[1, 0]], samples: [[0, 1]] }),
  ],
  [
    'dataset.domain[0][1] must be a number from -1e+100 to 1e+100; it is "Infinity".',
    own({ inputs: 1, domain: [[0, "Infinity"]], samples: [[0, 1]] }),
  ],
  // Features that don't fit the inputs, or are there twice
  [`network.features[0] must be one of ${inPlane}; it is "x3".`, inNetwork({ features: ["x3"] })],
  [
    'network.features[1] must be one of x1, x1^2, sin(2*pi*x1); it is "x1*x2".',
    inNetwork({ features: ["x1", "x1*x2"] }, { name: "line" }),
  ],
  [`network.features[0] must be one of ${inPlane}; it is "x1^3".`, inNetwork({ features: ["x1^3"] })],
  ["network.features can’t repeat an entry; x1 is there twice.", inNetwork({ features: ["x1", "x1"] })],
  ["network.features must have 1 to 8 features; it has 0.", inNetwork({ features: [] })],
  ['network.features must be a list; it is "x1".', inNetwork({ features: "x1" })],
  // Regularization and rounding
  ["regularization.l2 must be a number from 0 to 100; it is -1.", { version: 1, regularization: { l2: -1 } }],
  [
    'regularization.l1 must be a number from 0 to 100; it is "NaN".',
    { version: 1, regularization: { l1: "NaN" } },
  ],
  ["regularization has no key “l3”; its keys are l1, l2.", { version: 1, regularization: { l3: 1 } }],
  ["regularization must be an object; it is 0.1.", { version: 1, regularization: 0.1 }],
  [
    "dataset.decimals must be a whole number from 0 to 6; it is 7.",
    { version: 1, dataset: { name: "sine", decimals: 7 } },
  ],
  [
    "network.initializer.decimals must be a whole number from 0 to 6; it is -1.",
    inNetwork({ initializer: { name: "torch", decimals: -1 } }),
  ],
  // Named datasets
  [
    "dataset has no key “classes”; its keys are name, points, noise, seed, decimals.",
    { version: 1, dataset: { name: "moons", classes: 3 } },
  ],
  [
    "dataset.columns[0] must be a whole number from 1 to 4; it is 5.",
    { version: 1, dataset: { name: "iris", columns: [5] } },
  ],
  [
    "dataset.columns can’t repeat an entry; 1 is there twice.",
    { version: 1, dataset: { name: "iris", columns: [1, 1] } },
  ],
  [
    "dataset.columns must have 1 to 4 columns; it has 0.",
    { version: 1, dataset: { name: "iris", columns: [] } },
  ],
  [
    "dataset has no key “target”; its keys are name, columns, decimals.",
    { version: 1, dataset: { name: "iris", target: "species" } },
  ],
  [
    'dataset.target must be one of species, body mass; it is "food".',
    { version: 1, dataset: { name: "penguins", target: "food" } },
  ],
  [
    "dataset.columns must leave out column 4, body mass, because it is the target.",
    { version: 1, dataset: { name: "penguins", columns: [1, 4], target: "body mass" } },
  ],
  // Parameters that the network doesn't have
  [
    'changes[0].parameter must be a parameter of this network, such as W.1.1.1 or b.1.1; it is "W.1.1.2".',
    {
      ...inNetwork({ features: ["x1"], hidden: [] }),
      changes: [{ at: 1, parameter: "W.1.1.2", value: 1 }],
    },
  ],
  [
    "network.initializer.parameters[0].weight must be a list of 3 rows; it is a list of 1 value.",
    inNetwork({ hidden: [], initializer: given }, { name: "blobs" }),
  ],
])("%s", (sentence, json) => {
  expect(() => parseExperiment(json)).toThrow(refusal("ExperimentError", sentence));
});

const activationNames = ["sigmoid", "softmax", "identity", "tanh"];
const lossNames = ["crossEntropy", "mse", "squaredError"];
const tableOfHeads: Readonly<Record<string, string>> = {
  moons: forBinary,
  blobs: forClasses,
  line: forValues,
};
const targetsOf: Readonly<Record<string, string>> = { moons: "binary", blobs: "classes", line: "values" };

test.each(
  Object.keys(tableOfHeads).flatMap((name) =>
    activationNames.flatMap((activation) => lossNames.map((loss) => [name, activation, loss] as const)),
  ),
)("%s with %s and %s is what the table of heads says", (name, activation, loss) => {
  const found = `${activation} + ${loss}`;
  const allowed = tableOfHeads[name]!;
  const fits = allowed.split(", ").includes(found);
  const sentence = sentenceOf(() => parseExperiment(inNetwork({ output: { activation, loss } }, { name })));
  expect(sentence).toBe(
    fits
      ? "accepted"
      : `network.output must be one of ${allowed} for "targets": "${targetsOf[name]}"; it is ${found}.`,
  );
});

test("of an output the part that is left out is the first that fits", () => {
  const outputOf = (output: object, name: string): unknown =>
    parseExperiment(inNetwork({ output }, { name })).network.output;
  expect(outputOf({ loss: "mse" }, "blobs")).toEqual({ activation: "sigmoid", loss: "mse" });
  expect(outputOf({ activation: "tanh" }, "line")).toEqual({ activation: "tanh", loss: "mse" });
  expect(outputOf({}, "moons")).toEqual({ activation: "sigmoid", loss: "crossEntropy" });
  expect(sentenceOf(() => outputOf({ loss: "crossEntropy" }, "line"))).toBe(
    `network.output must be one of ${forValues} for "targets": "values"; it is crossEntropy.`,
  );
});

test.each([
  [
    "moons",
    "p[probe 0.5]@0",
    "[probe 0.5] doesn’t fit data with 2 inputs. Write [probe 0.2,0.7] or [cell 1,1,40].",
  ],
  [
    "line",
    "yhat[probe 0.5,0.5].1@0",
    "[probe 0.5,0.5] doesn’t fit data with 1 input. Write [probe 0.2] or [cell 1,40].",
  ],
  [
    "moons",
    "p[cell 1,40]@0",
    "[cell 1,40] doesn’t fit data with 2 inputs. Write [probe 0.2,0.7] or [cell 1,1,40].",
  ],
])("%s has no %s", (name, id, sentence) => {
  const run = createRun(createRecording(parseExperiment({ version: 1, dataset: { name } })));
  expect(() => explain(run, id)).toThrow(refusal("UnknownQuantity", sentence));
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
  {
    version: 1,
    dataset: {
      name: "custom",
      inputs: 1,
      targets: "values",
      outputs: 2,
      samples: [[0, 1, 2]],
      map: [map],
      targetMap: [map, map],
      domain: [[0, 2]],
    },
    network: {
      features: ["x1", "x1^2"],
      hidden: [],
      output: { activation: "tanh", loss: "mse" },
      initializer: { name: "he", seed: 1, decimals: 2 },
    },
    regularization: { l1: 0.1, l2: 0.2 },
    optimizer: { name: "adamw", learningRate: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0.1 },
  },
  { version: 1, dataset: { name: "custom", targets: "classes", classes: 3, samples } },
  { version: 1, dataset: { name: "blobs", classes: 4, points: 10, noise: 0.1, seed: 3, decimals: 2 } },
  { version: 1, dataset: { name: "penguins", columns: [1, 2], target: "body mass", decimals: 3 } },
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
  const network = networkOf(parseExperiment({ version: 1, network: { hidden: [] } }));
  for (const door of [
    () => optimizerOf(name as OptimizerName),
    () => layersForBug(network, name as BugName),
  ]) {
    expect(sentenceOf(door)).toMatch(new RegExp(`^The [a-z ]+ must be one of .*; it is "${name}"\\.$`));
  }
});

test("a network may be given by its weights", () => {
  const { network } = parseExperiment({ version: 1, network: { hidden: [], initializer: given } });
  expect(network.initializer).toEqual(given);
});
