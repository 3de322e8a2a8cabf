import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ActivationName,
  activations,
  createEvaluator,
  createNetwork,
  labeledTrace,
} from "@neural-viz/engine";
import { anySamples, networkAndParams } from "./arbitraries.ts";

const definitions: Record<ActivationName, (z: number) => number> = {
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => (z < 0 ? z / 100 : z),
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  identity: (z) => z,
};

/** L by its definition, with plain loops and the language's own functions. */
function lossByDefinition(
  network: ReturnType<typeof createNetwork>,
  params: Float64Array,
  samples: { count: number; x1: Float64Array; x2: Float64Array; y: Float64Array },
): { loss: number; nearKink: boolean } {
  let sum = 0;
  let nearKink = false;
  for (let s = 0; s < samples.count; s++) {
    let a = [samples.x1[s]!, samples.x2[s]!];
    let logit = 0;
    for (const { fanIn, fanOut, weight, bias, activation } of network.layers) {
      const z = Array.from({ length: fanOut }, (_, j) =>
        a.reduce((total, value, k) => total + params[weight + j * fanIn + k]! * value, params[bias + j]!),
      );
      const kinked = activation === "relu" || activation === "leakyRelu";
      if (kinked && z.some((value) => Math.abs(value) < 1e-3)) nearKink = true;
      logit = z[0]!;
      a = z.map(definitions[activation]);
    }
    const p = 1 / (1 + Math.exp(-logit));
    sum -= samples.y[s] === 1 ? Math.log(p) : Math.log(1 - p);
  }
  return { loss: sum / samples.count, nearKink };
}

test("the loss is the mean of −ln of the probability given to the true label", () => {
  fc.assert(
    fc.property(networkAndParams, anySamples, ({ network, params }, samples) => {
      const evaluator = createEvaluator(network, samples);
      evaluator.evaluate(params);
      const { loss } = lossByDefinition(network, params, samples);
      fc.pre(Number.isFinite(loss));
      expect(Math.abs(evaluator.loss - loss)).toBeLessThan(1e-7 * Math.max(1, loss));
    }),
    { numRuns: 200 },
  );
});

test("backprop agrees with finite differences in every parameter of any network", () => {
  fc.assert(
    fc.property(networkAndParams, anySamples, ({ network, params }, samples) => {
      const few = { ...samples, count: Math.min(samples.count, 20) };
      const start = lossByDefinition(network, params, few);
      fc.pre(Number.isFinite(start.loss) && !start.nearKink);
      const evaluator = createEvaluator(network, few);
      evaluator.evaluate(params);
      const h = 1e-5;
      const at = (i: number, move: number): number => {
        const moved = params.slice();
        moved[i] = moved[i]! + move;
        return lossByDefinition(network, moved, few).loss;
      };
      for (let i = 0; i < network.size; i++) {
        const estimate = (at(i, h) - at(i, -h)) / (2 * h);
        expect(Math.abs(evaluator.gradient[i]! - estimate)).toBeLessThan(
          1e-5 * Math.max(1, Math.abs(estimate)),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("a pass over blocks and one sample's trace are the same bits: z from the bias, sums in order, one division", () => {
  fc.assert(
    fc.property(networkAndParams, anySamples, ({ network, params }, samples) => {
      const evaluator = createEvaluator(network, samples);
      evaluator.evaluate(params);
      const gradient = new Float64Array(network.size);
      let loss = 0;
      for (let s = 0; s < samples.count; s++) {
        const x = [samples.x1[s]!, samples.x2[s]!];
        const seen = labeledTrace(network, params, x[0]!, x[1]!, samples.y[s]!);
        expect(Object.is(evaluator.probability[s], seen.probability)).toBe(true);
        loss += seen.loss;
        network.layers.forEach(({ fanIn, fanOut, weight, bias }, l) => {
          const inputs = l === 0 ? x : seen.a[l - 1]!;
          for (let j = 0; j < fanOut; j++) {
            const delta = seen.delta[l]![j]!;
            for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta * inputs[k]!;
            gradient[bias + j]! += delta;
          }
        });
      }
      expect(evaluator.loss).toBe(loss / samples.count);
      expect([...evaluator.gradient]).toEqual([...gradient].map((sum) => sum / samples.count));
    }),
    { numRuns: 150 },
  );
});

test("every activation's slope is the limit of (f(z+h) − f(z−h)) / 2h", () => {
  for (const { f, slope } of Object.values(activations)) {
    for (let z = -6.05; z < 6; z += 0.1) {
      const limit = (f(z + 1e-6) - f(z - 1e-6)) / 2e-6;
      expect(Math.abs(slope(f(z)) - limit)).toBeLessThan(1e-8);
    }
  }
});

test("every activation does to a row what it does to a number", () => {
  const zs = Float64Array.of(-750, -3, -1e-9, -0, 0, 1e-9, 0.5, 3, 750, NaN, Infinity, -Infinity);
  for (const { f, slope, apply, timesSlope } of Object.values(activations)) {
    const row = zs.slice();
    apply(row, 1, zs.length - 1);
    const delta = new Float64Array(zs.length).fill(0.3);
    timesSlope(delta, row, 1, zs.length - 1);
    for (let i = 1; i < zs.length - 1; i++) {
      expect(row[i]).toBe(f(zs[i]!));
      expect(delta[i]).toBe(0.3 * slope(row[i]!));
    }
    expect([row[0], row.at(-1), delta[0], delta.at(-1)]).toEqual([-750, -Infinity, 0.3, 0.3]);
  }
});

test("at its kink a ReLU is closed, and a leaky one as flat as below it, as in PyTorch", () => {
  expect(activations.relu.slope(activations.relu.f(0))).toBe(0);
  expect(activations.leakyRelu.slope(activations.leakyRelu.f(0))).toBe(0.01);
});

test("a point with ŷ of exactly ½ counts as class 0", () => {
  const network = createNetwork([]);
  const samples = {
    count: 2,
    x1: Float64Array.of(0, 1),
    x2: Float64Array.of(0, 1),
    y: Float64Array.of(0, 1),
  };
  const evaluator = createEvaluator(network, samples);
  evaluator.evaluate(new Float64Array(3));
  expect([...evaluator.probability, evaluator.correct, evaluator.loss]).toEqual([0.5, 0.5, 1, Math.LN2]);
});
