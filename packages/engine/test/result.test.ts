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

test("two runs with the same line have the same bits, and another seed is another line", () => {
  expect(lineOf(textbook)).toBe(lineOf(textbook));
  const seeded = (seed: number) => lineOf({ version: 1, network: { initializer: { name: "torch", seed } } });
  expect(seeded(1)).not.toBe(seeded(2));
});
