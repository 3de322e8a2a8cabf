import fc from "fast-check";
import { expect, test } from "vitest";
import {
  blocked,
  elementary,
  gradientTerms,
  isRounding,
  isTie,
  parseExperiment,
  explain,
  createRecording,
  createRun,
} from "@neural-viz/engine";
import { anyCase } from "./arbitraries.ts";

test("terms that cancel exactly leave a mean that is called rounding, in whatever order they were added", () => {
  const sizes = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 500 });
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.nat(1e6)), (half, order) => {
      const terms = [...half, ...half.map((value) => -value)]
        .map((value) => ({ value, at: order.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ value }) => value);
      expect(isRounding(terms.reduce((sum, term) => sum + term, 0) / terms.length, terms)).toBe(true);
    }),
  );
});

test("a mean that is a millionth of its terms is no rounding", () => {
  expect(isRounding(1e-6, [1, 1e-6 * 2 - 1])).toBe(false);
  expect(isRounding(-0.25, [-0.25])).toBe(false);
  expect(isRounding(0, [0, 0])).toBe(true);
});

test("a probability is a tie within two units in the last place of ½", () => {
  for (const z of [0, 1e-17, -1e-17, 4e-16, -4e-16]) expect(isTie(elementary.sigmoid(z))).toBe(true);
  for (const z of [1e-14, -1e-14, 0.001, 5, NaN]) expect(isTie(elementary.sigmoid(z))).toBe(false);
});

test("the mean of a parameter's terms over the points is the gradient of backprop, to the last bit", () => {
  fc.assert(
    fc.property(anyCase, fc.nat(), ({ network, params, batch }, i) => {
      const index = i % network.size;
      const evaluator = blocked.evaluator(network, batch);
      evaluator.evaluate(params);
      const terms = gradientTerms(network, batch, params, index);
      expect(terms.reduce((sum, term) => sum + term, 0) / batch.count).toBe(evaluator.gradient[index]);
    }),
    { numRuns: 50 },
  );
});

test("a gradient that is only rounding error gives no advice", () => {
  const experiment = parseExperiment({
    version: 1,
    dataset: { name: "xor" },
    network: { hidden: [] },
    optimizer: { name: "adam", learningRate: 0.1 },
    training: { epochs: 1000, autoStop: false },
  });
  const recording = createRecording(experiment);
  while (recording.live.stopped === undefined) recording.step();
  const run = createRun(recording);
  for (const name of ["W.1.1.1", "W.1.1.2", "b.1.1"]) {
    const { value, caption } = explain(run, `g${name}@1000`);
    expect(Math.abs(value)).toBeLessThan(1e-15);
    expect(caption.text).not.toContain("lower the loss");
  }
  expect(explain(run, "gW.1.1.1@0").caption.text).toContain("lower the loss");
});
