import { createSession, parseExperiment, resultLine, textbook } from "@neural-viz/engine";
import { expect, test } from "vitest";
import { fnv1a } from "../src/math/fingerprint.ts";

function lineOf(json: unknown): string {
  const session = createSession(parseExperiment(json));
  const { experiment, t, params, loss, correct, train, test: held, split } = session;
  const trained = train.count;
  return resultLine({
    experiment,
    t,
    params,
    loss,
    correct,
    trained,
    test: held,
    heldOut: split.test.length,
  });
}

test("a result names data, network, optimizer and seeds, and ends in the fingerprint of its parameters", () => {
  const parameters = [{ weight: [[0, 0]], bias: [0] }];
  // All parameters 0: ŷ is a half for every point, so nothing is on the side of 1, and the loss is ln 2.
  expect(
    lineOf({
      version: 1,
      dataset: { name: "xor" },
      network: { hidden: [], initializer: { name: "given", parameters } },
      optimizer: { name: "sgd", learningRate: 0.5 },
    }),
  ).toBe(
    `xor | 2-1, given weights | sgd, learningRate 0.5 | loss 0.6931 after 0 updates, 2 of 4 correct | ${fnv1a(new Uint8Array(24))}`,
  );
});

test("batches, what is held out and what was changed by hand are part of it", () => {
  const line = lineOf({
    version: 1,
    dataset: { name: "moons", points: 40, noise: 0.1, seed: 3 },
    split: { test: 0.25, seed: 9 },
    training: { batch: { size: 8, seed: 4 } },
    changes: [{ at: 3, parameter: "W.1.1.1", value: 1 }],
  });
  expect(line).toMatch(/moons, 40 points, noise 0\.1, seed 3 \| 25% held out, seed 9 \|/);
  expect(line).toMatch(
    /batches of 8, seed 4 \| 1 change by hand \| loss \S+ after 0 updates, .* of 30 correct, test loss .* of 10 correct \|/,
  );
});

test("data, features, output and penalty are part of it where they are not the usual ones", () => {
  const training = { epochs: 0 };
  const initializer = { name: "torch", seed: 1, decimals: 2 };
  expect(
    lineOf({
      version: 1,
      dataset: { name: "penguins", columns: [1, 3], target: "body mass", decimals: 3 },
      network: {
        features: ["x1", "x1*x2"],
        hidden: [],
        output: { activation: "tanh", loss: "squaredError" },
        initializer,
      },
      regularization: { l1: 0.5, l2: 0.01 },
      optimizer: { name: "sgd", learningRate: 0.5 },
      training,
    }),
  ).toMatch(
    /^penguins, body mass from bill length, flipper length, rounded to 3 decimals \| 2-1, torch, seed 1, rounded to 2 decimals \| features x1, x1\*x2 \| tanh output, half the squared error \| L1 0.5, L2 0.01 \| sgd, learningRate 0.5 \| loss \S+ after 0 updates \| \w{16}$/,
  );
  const dataOf = (dataset: object): string => lineOf({ version: 1, dataset, training }).split(" | ")[0]!;
  expect(dataOf({ name: "blobs", points: 30, noise: 0.1, seed: 2 })).toBe(
    "blobs, 3 classes, 30 points, noise 0.1, seed 2",
  );
  expect(dataOf({ name: "sine", points: 30, noise: 0.1, seed: 2, decimals: 1 })).toBe(
    "sine, 30 points, noise 0.1, seed 2, rounded to 1 decimal",
  );
  expect(dataOf({ name: "iris" })).toBe("iris, species from petal length, petal width");
  expect(dataOf({ name: "custom", samples: [[0, 1, 1]] })).toBe("custom data, 1 point");
  expect(dataOf({ name: "custom", inputs: 1, samples: [[0, 1]] })).toBe("custom data, 1 point, 1 input");
  expect(
    dataOf({ name: "custom", inputs: 3, targets: "values", outputs: 2, samples: [[0, 1, 1, 2, 3]] }),
  ).toBe("custom data, 1 point, 3 inputs, 2 values");
  expect(dataOf({ name: "custom", targets: "classes", samples: [[0, 1, 2]] })).toBe(
    "custom data, 1 point, 2 inputs, 3 classes",
  );
});

test("two runs with the same line have the same bits, and another seed is another line", () => {
  expect(lineOf(textbook)).toBe(lineOf(textbook));
  const seeded = (seed: number) => lineOf({ version: 1, network: { initializer: { name: "torch", seed } } });
  expect(seeded(1)).not.toBe(seeded(2));
});
