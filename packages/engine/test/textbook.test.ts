import { readFileSync } from "node:fs";
import {
  createRecording,
  createRun,
  createSession,
  parseExperiment,
  textbook,
  valueOf,
} from "../src/index.ts";
import { expect, test } from "vitest";

// Han & Kamber, Data Mining: Concepts and Techniques, 2nd ed. 2006, tables 6.3 to 6.5; rounded as printed there.
const published = {
  inputs: { "z.1.1[1]": -0.7, "z.1.2[1]": 0.1, "z.2.1[1]": -0.105 },
  outputs: { "a.1.1[1]": 0.332, "a.1.2[1]": 0.525, "p[1]": 0.474 },
  errors: { "delta.2.1[1]": 0.1311, "delta.1.2[1]": -0.0065, "delta.1.1[1]": -0.0087 },
  weights: {
    "W.2.1.1": -0.261,
    "W.2.1.2": -0.138,
    "W.1.1.1": 0.192,
    "W.1.2.1": -0.306,
    "W.1.1.2": -0.508,
    "W.1.2.2": 0.194,
    "b.2.1": 0.218,
    "b.1.2": 0.194,
    "b.1.1": -0.408,
  },
};

const recording = createRecording(textbook);
recording.step();
const run = createRun(recording);
const at = (t: number) => (id: string) => valueOf(run, `${id}@${t}`);

test("the textbook's net inputs and outputs come out as it prints them", () => {
  for (const [id, value] of Object.entries({ ...published.inputs, ...published.outputs })) {
    expect(at(0)(id)).toBeCloseTo(value, 3);
  }
});

test("its errors are −δ·ŷ(1 − ŷ), because it uses the squared error", () => {
  const p = at(0)("p[1]");
  for (const [id, error] of Object.entries(published.errors)) {
    expect(Math.abs(-at(0)(id) * p * (1 - p) - error)).toBeLessThan(1e-4);
  }
});

test("the first update lands on its new weights", () => {
  for (const [id, value] of Object.entries(published.weights)) {
    expect(Math.abs(at(1)(id) - value)).toBeLessThan(0.0006);
  }
});

test("the learning rate is the textbook's 0.9 times ŷ(1 − ŷ)", () => {
  const p = createSession(textbook).outputs[0]![0]!;
  expect(textbook.optimizer.learningRate).toBe(0.9 * p * (1 - p));
});

test("the file among the examples is the same experiment", () => {
  const file = readFileSync(new URL("../../../examples/textbook.json", import.meta.url), "utf8");
  expect(parseExperiment(JSON.parse(file))).toEqual(textbook);
});
