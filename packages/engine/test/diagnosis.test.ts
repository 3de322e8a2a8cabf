/** What is said of a run at rest: in runs that have it, and in runs that don't. */
import {
  createRecording,
  diagnose,
  type Diagnosis,
  parseExperiment,
  type Recording,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";

function recorded(experiment: object, updates: number): Recording {
  const recording = createRecording(parseExperiment({ version: 1, ...experiment }));
  while (recording.live.stopped === undefined && recording.live.t < updates) recording.step();
  return recording;
}

const kindsOf = (recording: Recording, t?: number): Diagnosis["kind"][] =>
  diagnose(recording, t).map(({ kind }) => kind);
const training = { epochs: 5000, autoStop: false };
const linear = { hidden: [], initializer: { name: "torch", seed: 3 } };

describe("inseparable", () => {
  test("XOR without a hidden layer: four points prove it; with products as features it can be done", () => {
    const run = recorded({ dataset: { name: "xor" }, network: linear, training }, 100);
    expect(diagnose(run)).toContainEqual({
      kind: "inseparable",
      proof: [
        [0, 3],
        [1, 2],
      ],
    });
    const features = { ...linear, features: ["x1", "x2", "x1*x2"] };
    expect(kindsOf(recorded({ dataset: { name: "xor" }, network: features, training }, 100))).not.toContain(
      "inseparable",
    );
  });

  test("a hidden layer, separable data, and three rings", () => {
    const hidden = { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 3 } };
    expect(kindsOf(recorded({ dataset: { name: "xor" }, network: hidden, training }, 20))).not.toContain(
      "inseparable",
    );
    const rings = { name: "rings", points: 30, noise: 0, seed: 1 };
    expect(kindsOf(recorded({ dataset: rings, network: linear, training }, 50))).toContain("inseparable");
    const blobs = { name: "blobs", points: 30, noise: 0, seed: 1 };
    expect(kindsOf(recorded({ dataset: blobs, network: linear, training }, 2))).not.toContain("inseparable");
  });
});

test("dead: a ReLU below 0 for every point, and not one that is open for some", () => {
  const network = (bias: number) => ({
    hidden: [{ units: 1, activation: "relu" }],
    initializer: {
      name: "given",
      parameters: [
        { weight: [[1, 1]], bias: [bias] },
        { weight: [[1]], bias: [0] },
      ],
    },
  });
  const data = { name: "moons", points: 20, noise: 0.1, seed: 1 };
  expect(diagnose(recorded({ dataset: data, network: network(-9), training }, 5))).toContainEqual({
    kind: "dead",
    units: [{ layer: 1, unit: 1 }],
  });
  expect(kindsOf(recorded({ dataset: data, network: network(0), training }, 5))).not.toContain("dead");
});

test("saturated: a tanh at ±1 for every point, and not one in the middle", () => {
  const network = (bias: number) => ({
    hidden: [
      { units: 1, activation: "tanh" },
      { units: 1, activation: "tanh" },
    ],
    initializer: {
      name: "given",
      parameters: [
        { weight: [[1, 1]], bias: [bias] },
        { weight: [[0.5]], bias: [0] },
        { weight: [[1]], bias: [0] },
      ],
    },
  });
  const data = { name: "circles", points: 20, noise: 0.1, seed: 1 };
  expect(diagnose(recorded({ dataset: data, network: network(9), training }, 2))).toContainEqual({
    kind: "saturated",
    units: [{ layer: 1, unit: 1 }],
  });
  expect(kindsOf(recorded({ dataset: data, network: network(0), training }, 2))).not.toContain("saturated");
});

test("overshooting: L = ½ w² with a rate beyond 2 bounces further up each time; below 1 it never does", () => {
  // One point at x = 1 with target 0 and no bias's help: ℓ = ½ (w + b)², and SGD multiplies w + b by 1 − 2η.
  const run = (learningRate: number) =>
    recorded(
      {
        dataset: { name: "custom", inputs: 1, targets: "values", samples: [[1, 0]] },
        network: {
          hidden: [],
          output: { activation: "identity", loss: "squaredError" },
          initializer: { name: "given", parameters: [{ weight: [[1]], bias: [0] }] },
        },
        optimizer: { name: "sgd", learningRate },
        training,
      },
      20,
    );
  const found = diagnose(run(1.1)).find(({ kind }) => kind === "overshooting");
  expect(found).toMatchObject({ kind: "overshooting", t: 20 });
  const { rose, predicted } = found as Extract<Diagnosis, { kind: "overshooting" }>;
  // After 19 updates w + b = (−1.2)¹⁹: the next one multiplies ½ (w + b)² by 1.44, and the slope predicts −η·2·(w + b)².
  const square = 1.44 ** 19;
  expect(rose).toBeCloseTo(0.22 * square, 6);
  expect(predicted).toBeCloseTo(-2.2 * square, 6);
  expect(kindsOf(run(0.9))).not.toContain("overshooting");
  expect(kindsOf(run(0.4))).not.toContain("overshooting");
});

test("a rise that was made by hand isn't the update's", () => {
  const xor = { dataset: { name: "xor" } };
  const changes = [{ at: 1, parameter: "b.2.1", value: 5 }];
  const [plain, edited] = [recorded(xor, 1), recorded({ ...xor, changes }, 1)];
  expect(edited.live.loss).toBeGreaterThan(edited.live.losses[0]!);
  expect(kindsOf(plain)).not.toContain("rose");
  expect(kindsOf(edited)).not.toContain("rose");
});

test("rose: the last update alone went uphill, by what its slope doesn't say; an update downhill says nothing", () => {
  // The same L = ½ (w + b)². A huge step once, from w + b = 1 by a factor of 1 − 2·1.5 = −2: from ½ to 2.
  const experiment = {
    dataset: { name: "custom", inputs: 1, targets: "values", samples: [[1, 0]] },
    network: {
      hidden: [],
      output: { activation: "identity", loss: "squaredError" },
      initializer: { name: "given", parameters: [{ weight: [[1]], bias: [0] }] },
    },
    optimizer: { name: "sgd", learningRate: 1.5 },
    training,
  };
  const run = recorded(experiment, 1);
  expect(diagnose(run)).toContainEqual({ kind: "rose", t: 1, rose: 1.5, predicted: -3 });
  const gentle = recorded({ ...experiment, optimizer: { name: "sgd", learningRate: 0.25 } }, 1);
  expect(kindsOf(gentle)).not.toContain("rose");
  expect(kindsOf(gentle)).not.toContain("overshooting");
});

describe("overfitting", () => {
  const experiment = {
    dataset: { name: "moons", points: 40, noise: 0.3, seed: 2 },
    split: { test: 0.5, seed: 1 },
    network: {
      hidden: [
        { units: 8, activation: "tanh" },
        { units: 8, activation: "tanh" },
      ],
      initializer: { name: "torch", seed: 1 },
    },
    optimizer: { name: "adam", learningRate: 0.03 },
    training,
  };

  test("the lowest test loss and its update are those of the run, and the training loss has fallen since", () => {
    const run = recorded(experiment, 600);
    const found = diagnose(run).find(({ kind }) => kind === "overfitting");
    const { testLosses, losses } = run.live;
    const lowest = Math.min(...testLosses);
    expect(found).toEqual({
      kind: "overfitting",
      since: testLosses.indexOf(lowest),
      lowest,
      now: testLosses.at(-1),
    });
    expect(losses.at(-1)).toBeLessThan(losses[testLosses.indexOf(lowest)]!);
    expect(testLosses.at(-1)).toBeGreaterThan(1.05 * lowest);
  });

  test("neither at the start, nor with plenty of clean points, nor without held-out points", () => {
    expect(kindsOf(recorded(experiment, 600), 3)).not.toContain("overfitting");
    const clean = { ...experiment, dataset: { name: "moons", points: 400, noise: 0, seed: 2 } };
    expect(kindsOf(recorded(clean, 300))).not.toContain("overfitting");
    expect(kindsOf(recorded({ ...experiment, split: {} }, 600))).not.toContain("overfitting");
  });
});

test("diverged, stalled and converged are said of the runs that are", () => {
  const sgd = (learningRate: number) => ({
    dataset: { name: "plane", points: 20, noise: 0, seed: 1 },
    network: linear,
    optimizer: { name: "sgd", learningRate },
    training: { epochs: 5000, autoStop: true },
  });
  expect(kindsOf(recorded(sgd(50), 5000))).toEqual(["diverged"]);
  expect(kindsOf(recorded(sgd(0.3), 5000))).toEqual(["converged"]);
  const zeros = {
    dataset: { name: "xor" },
    network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "zeros" } },
    training,
  };
  expect(kindsOf(recorded(zeros, 1200))).toContain("stalled");
  expect(kindsOf(recorded(zeros, 900))).not.toContain("stalled");
});
