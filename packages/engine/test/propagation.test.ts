import fc from "fast-check";
import { expect, test } from "vitest";
import { activations, blocked, featuresOf, type FeatureName, heads, traceOfSample } from "@neural-viz/engine";
import { anyCase, binaryBatch, binaryNetwork, firstOf, samplesFor, spread } from "./arbitraries.ts";
import { meanLossByHand } from "./byHand.ts";

test("the loss is the mean of what its definition gives for each sample, in any network", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      const evaluator = blocked.evaluator(network, batch);
      evaluator.evaluate(params);
      const { loss } = meanLossByHand(network, params, batch);
      fc.pre(Number.isFinite(loss));
      expect(Math.abs(evaluator.loss - loss)).toBeLessThan(1e-7 * Math.max(1, loss));
    }),
    { numRuns: 300 },
  );
});

test("backprop agrees with finite differences in every parameter of any network", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      const few = firstOf(batch, 12);
      const start = meanLossByHand(network, params, few);
      fc.pre(Number.isFinite(start.loss) && !start.nearKink);
      seen.add(`${network.head.targets} ${network.head.activation} ${network.head.loss}`);
      const evaluator = blocked.evaluator(network, few);
      evaluator.evaluate(params);
      const h = 1e-5;
      const at = (i: number, move: number): number => {
        const moved = params.slice();
        moved[i] = moved[i]! + move;
        return meanLossByHand(network, moved, few).loss;
      };
      for (let i = 0; i < network.size; i++) {
        const estimate = (at(i, h) - at(i, -h)) / (2 * h);
        const size = Math.max(1, Math.abs(estimate), start.loss);
        expect(Math.abs(evaluator.gradient[i]! - estimate)).toBeLessThan(2e-5 * size);
      }
    }),
    { numRuns: 200 },
  );
  expect(seen.size).toBe(heads.length);
});

test("a pass over blocks has the bits of the definition, one sample after the other: loss, gradient, outputs, correct", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      const evaluator = blocked.evaluator(network, batch);
      const forward = blocked.forwardEvaluator(network, batch);
      evaluator.evaluate(params);
      forward.evaluate(params);
      const gradient = new Float64Array(network.size);
      let loss = 0;
      let correct = 0;
      let leastConfidence = 1;
      for (let s = 0; s < batch.count; s++) {
        const seen = traceOfSample(network, params, batch, s);
        for (const [j, column] of evaluator.outputs.entries()) {
          expect(Object.is(column[s], seen.outputs[j])).toBe(true);
          expect(Object.is(forward.outputs[j]![s], seen.outputs[j])).toBe(true);
        }
        loss += seen.loss;
        const largest = seen.outputs.indexOf(Math.max(...seen.outputs));
        const hit =
          network.head.targets === "binary"
            ? seen.outputs[0]! > 0.5 === (batch.targets[0]![s] === 1)
            : batch.targets[largest]![s] === 1;
        correct += Number(hit);
        leastConfidence = Math.min(leastConfidence, network.head.confidenceOf?.(seen.outputs) ?? 1);
        network.layers.forEach(({ fanIn, fanOut, weight, bias }, l) => {
          const inputs = l === 0 ? batch.features.map((column) => column[s]!) : seen.a[l - 1]!;
          for (let j = 0; j < fanOut; j++) {
            const delta = seen.delta[l]![j]!;
            for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta * inputs[k]!;
            gradient[bias + j]! += delta;
          }
        });
      }
      const counted = network.head.targets === "values" ? undefined : correct;
      for (const one of [evaluator, forward]) {
        expect(one.loss).toBe(loss / batch.count);
        expect(one.correct).toBe(counted);
        expect(one.leastConfidence).toBe(leastConfidence);
      }
      expect(blocked.lossPass(network, batch)(params)).toBe(loss / batch.count);
      expect([...evaluator.gradient]).toEqual([...gradient].map((sum) => sum / batch.count));
    }),
    { numRuns: 200 },
  );
});

test("where numbers are not finite, blocks and the definition still have the same bits", () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.constantFrom(NaN, Infinity, -Infinity, 1e200),
      ({ network, params, batch }, bad) => {
        const few = firstOf(batch, 150);
        const broken = params.slice();
        broken[broken.length - 1] = bad;
        const evaluator = blocked.evaluator(network, few);
        evaluator.evaluate(broken);
        let loss = 0;
        for (let s = 0; s < few.count; s++) {
          const seen = traceOfSample(network, broken, few, s);
          loss += seen.loss;
          evaluator.outputs.forEach((column, j) => expect(column[s]).toBe(seen.outputs[j]));
        }
        expect(evaluator.loss).toBe(loss / few.count);
      },
    ),
    { numRuns: 100 },
  );
});

test("softmax gives probabilities that add up to 1, however large z is, and its loss is never negative", () => {
  const softmax = heads.find(({ activation }) => activation === "softmax")!;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 2, maxLength: 4 }),
      (z) => {
        const outputs = softmax.outputsOf(Float64Array.from(z));
        expect(outputs.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        for (let c = 0; c < z.length; c++) {
          const targets = z.map((_, j) => Number(j === c));
          const loss = softmax.lossOf(Float64Array.from(z), outputs, targets);
          // −ln p_c = ln Σ e^(zⱼ − z_c), which overflows nowhere as long as the differences do not.
          const sum = z.reduce((all, value) => all + Math.exp(value - z[c]!), 0);
          expect(loss).toBeGreaterThanOrEqual(0);
          const apart = sum < 1e300 ? Math.abs(loss - Math.log(sum)) : 0;
          expect(apart).toBeLessThan(1e-11 * Math.max(1, loss));
        }
      },
    ),
  );
});

test("features are what their names say", () => {
  const definitions: Record<FeatureName, (x: readonly number[]) => number> = {
    x1: ([x1]) => x1!,
    x2: ([, x2]) => x2!,
    x3: ([, , x3]) => x3!,
    x4: ([, , , x4]) => x4!,
    "x1^2": ([x1]) => x1! ** 2,
    "x2^2": ([, x2]) => x2! ** 2,
    "x1*x2": ([x1, x2]) => x1! * x2!,
    "sin(2*pi*x1)": ([x1]) => Math.sin(2 * Math.PI * x1!),
    "sin(2*pi*x2)": ([, x2]) => Math.sin(2 * Math.PI * x2!),
  };
  const names = Object.keys(definitions) as FeatureName[];
  for (let seed = 0; seed < 50; seed++) {
    const x = [...spread(seed, 3)(4)];
    const found = featuresOf(names, x);
    names.forEach((name, k) => expect(found[k]).toBeCloseTo(definitions[name](x), 13));
  }
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
  const network = binaryNetwork([]);
  const evaluator = blocked.evaluator(
    network,
    binaryBatch([
      [0, 0, 0],
      [1, 1, 1],
    ]),
  );
  evaluator.evaluate(new Float64Array(3));
  expect([...evaluator.outputs[0]!, evaluator.correct, evaluator.loss]).toEqual([0.5, 0.5, 1, Math.LN2]);
});

test("of several classes with the same largest output the lowest is predicted", () => {
  for (const head of heads.filter(({ targets }) => targets === "classes")) {
    const network = {
      ...binaryNetwork([]),
      head,
      layers: [{ ...binaryNetwork([]).layers[0]!, fanOut: 3, bias: 6 }],
      size: 9,
    };
    const batch = samplesFor(network, 60, 4);
    const evaluator = blocked.evaluator(network, batch);
    evaluator.evaluate(new Float64Array(9));
    expect(evaluator.correct).toBe(batch.targets[0]!.reduce((sum, one) => sum + one, 0));
  }
});
