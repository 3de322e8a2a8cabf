import { expect, test } from "vitest";
import {
  activations,
  createRecording,
  createRun,
  evaluate,
  explain,
  unitHealth,
  parseExperiment,
} from "@neural-viz/engine";

test("the largest slope of every activation is the largest of its difference quotients", () => {
  for (const { f, steepest } of Object.values(activations)) {
    const h = 1e-5;
    const quotients = Array.from({ length: 2001 }, (_, i) => {
      const z = (i - 1000) / 100;
      return (f(z + h) - f(z - h)) / (2 * h);
    });
    expect(Math.max(...quotients)).toBeCloseTo(steepest, 6);
  }
});

test("a ReLU that outputs 0 for every sample is dead; one with a single other output is not", () => {
  const off = new Float64Array(40);
  expect(unitHealth("relu", off)).toEqual({ state: "dead", saturatedSamples: 40, count: 40 });
  const one = off.slice();
  one[7] = 0.1;
  expect(unitHealth("relu", one)).toEqual({ state: "saturated", saturatedSamples: 39, count: 40 });
});

test("a leaky ReLU is never dead and identity never saturated, whatever comes in", () => {
  const low = Float64Array.from({ length: 40 }, (_, s) => -1e6 * (s + 1));
  expect(unitHealth("leakyRelu", low)).toEqual({ state: "active", saturatedSamples: 0, count: 40 });
  expect(unitHealth("identity", low)).toEqual({ state: "active", saturatedSamples: 0, count: 40 });
});

test("a tanh unit is saturated where its slope, taken as a difference, is below a hundredth for 95 of 100 samples", () => {
  const zs = Float64Array.from({ length: 100 }, (_, s) => (s < 95 ? 3 + s / 100 : 0.2));
  const slopes = zs.map((z) => (Math.tanh(z + 1e-6) - Math.tanh(z - 1e-6)) / 2e-6);
  expect(slopes.filter((slope) => slope < 0.01)).toHaveLength(95);
  expect(unitHealth("tanh", zs.map(Math.tanh))).toEqual({
    state: "saturated",
    saturatedSamples: 95,
    count: 100,
  });
  zs[0] = 0;
  expect(unitHealth("tanh", zs.map(Math.tanh)).state).toBe("active");
});

test("the slope of a neuron has an id: its line gives, to the last bit, the local slope that its δ was computed with", () => {
  const recording = createRecording(
    parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 20, noise: 0.1, seed: 2 },
      network: {
        hidden: [
          { units: 2, activation: "sigmoid" },
          { units: 2, activation: "relu" },
          { units: 2, activation: "leakyRelu" },
          { units: 2, activation: "identity" },
        ],
        initializer: { name: "torch", seed: 3 },
      },
      training: { epochs: 5, autoStop: false },
    }),
  );
  while (recording.live.t < 5) recording.step();
  const run = createRun(recording);
  for (const unit of ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2"]) {
    const { value, expression } = explain(run, `slope.${unit}[4]@3`);
    expect(evaluate(expression!, (id) => explain(run, id).value)).toBe(value);
    const delta = explain(run, `delta.${unit}[4]@3`);
    const [operator, blame] = delta.expression as ["*", string];
    expect(operator).toBe("*");
    expect(evaluate(blame, (id) => explain(run, id).value) * value).toBe(delta.value);
  }
});

test("the output's slope isn't a quantity, and the sentence that says so names one at the same point", () => {
  const recording = createRecording(parseExperiment({ version: 1, dataset: { name: "xor" } }));
  recording.step();
  const run = createRun(recording);
  for (const [point, said, instead] of [
    ["3", "Training uses", "delta.2.1[3]@1"],
    ["probe 0.2,0.7", "The prediction there is", "p[probe 0.2,0.7]@1"],
    ["cell 1,2,40", "The prediction there is", "p[cell 1,2,40]@1"],
  ] as const) {
    expect(() => explain(run, `slope.2.1[${point}]@1`)).toThrow(
      `cancels against the loss’s. ${said} ${instead}.`,
    );
    expect(explain(run, instead).id).toBe(instead);
  }
});
