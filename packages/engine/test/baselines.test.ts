/** Losses that need no training, by hand. */
import { baselinesOf, batchOf, networkOf, parseExperiment, samplesOf } from "@neural-viz/engine";
import { expect, test } from "vitest";

function found(rest: object) {
  const experiment = parseExperiment({ version: 1, ...rest });
  const network = networkOf(experiment);
  return baselinesOf(experiment, network, batchOf(network, samplesOf(experiment.dataset)));
}

test("guessing among K classes has a cross-entropy of ln K", () => {
  expect(found({ dataset: { name: "xor" } })).toEqual([{ kind: "guess", classes: 2, loss: Math.LN2 }]);
  for (const classes of [2, 3, 4]) {
    const [guess] = found({ dataset: { name: "blobs", classes } });
    expect(guess).toMatchObject({ kind: "guess", classes });
    expect(guess!.loss).toBeCloseTo(Math.log(classes), 14);
  }
});

test("guessing has squared errors of (1 − 1/K)² once and 1/K² otherwise", () => {
  const output = (loss: string) => ({ network: { hidden: [], output: { activation: "sigmoid", loss } } });
  expect(found({ dataset: { name: "xor" }, ...output("mse") })[0]!.loss).toBe(0.25);
  expect(found({ dataset: { name: "xor" }, ...output("squaredError") })[0]!.loss).toBe(0.125);
  // (2/3)² + 2 · (1/3)² = 2/3.
  const three = { dataset: { name: "blobs", classes: 3 } };
  expect(found({ ...three, ...output("mse") })[0]!.loss).toBeCloseTo(2 / 9, 15);
  expect(found({ ...three, ...output("squaredError") })[0]!.loss).toBeCloseTo(1 / 3, 15);
  expect(found({ dataset: { name: "blobs", classes: 2 }, ...output("mse") })[0]!.loss).toBe(0.25);
});

test("values: their variance, and the noise that the generator added", () => {
  const custom = {
    dataset: {
      name: "custom",
      inputs: 1,
      targets: "values",
      samples: [
        [0, 1],
        [0.5, 2],
        [1, 6],
      ],
    },
  };
  // The mean is 3: (4 + 1 + 9) / 3.
  expect(found(custom)).toEqual([{ kind: "mean", classes: undefined, loss: 14 / 3 }]);
  const sine = { dataset: { name: "sine", points: 60, noise: 0.15, seed: 1 } };
  expect(found(sine)[1]).toEqual({ kind: "noise", classes: undefined, loss: 0.15 * 0.15 });
  const half = { network: { hidden: [], output: { activation: "identity", loss: "squaredError" } } };
  expect(found({ ...sine, ...half })[1]!.loss).toBeCloseTo(0.01125, 15);
  expect(found({ dataset: { name: "sine", points: 60, noise: 0, seed: 1 } })).toHaveLength(1);
});
