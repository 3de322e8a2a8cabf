import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ActivationName,
  activations,
  checkGradient,
  createEvaluator,
  createNetwork,
  createRandom,
  createUpdater,
  defaultChoice,
  elementary,
  type Network,
  type OptimizerName,
  optimizers,
} from "@neural-viz/engine";

/** Networks of every width, the widest often, with numbers evenly spread: nearly any other order gives other bits. */
const anyCase = fc
  .record({
    hidden: fc.array(
      fc.record({
        units: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(8)),
        activation: fc.constantFrom(...(Object.keys(activations) as ActivationName[])),
      }),
      { maxLength: 4 },
    ),
    count: fc.integer({ min: 1, max: 600 }),
    seed: fc.nat(),
  })
  .map(({ hidden, count, seed }) => {
    const network = createNetwork(hidden);
    const random = createRandom(seed);
    const numbers = (length: number): Float64Array =>
      Float64Array.from({ length }, () => 4 * random.uniform() - 2);
    const samples = {
      count,
      x1: numbers(count),
      x2: numbers(count),
      y: numbers(count).map((v) => Number(v > 0)),
    };
    return { network, params: numbers(network.size), samples };
  });

/**
 * The truth here is one sample after the other and one number after the other, in the order that the contract names.
 */
const functions: Record<ActivationName, readonly [f: (z: number) => number, slope: (a: number) => number]> = {
  relu: [(z) => (z > 0 ? z : 0), (a) => (a > 0 ? 1 : 0)],
  tanh: [elementary.tanh, (a) => 1 - a * a],
  sigmoid: [elementary.sigmoid, (a) => a * (1 - a)],
  leakyRelu: [(z) => (z > 0 ? z : z * 0.01), (a) => (a > 0 ? 1 : 0.01)],
  identity: [(z) => z, () => 1],
};

function passByHand(
  { layers, size }: Network,
  params: Float64Array,
  samples: { count: number; x1: Float64Array; x2: Float64Array; y: Float64Array },
) {
  const gradient: number[] = Array.from({ length: size }, () => 0);
  let loss = 0;
  for (let s = 0; s < samples.count; s++) {
    const label = samples.y[s]!;
    const a: number[][] = [[samples.x1[s]!, samples.x2[s]!]];
    let z: number[] = [];
    layers.forEach(({ fanIn, fanOut, weight, bias, activation }, l) => {
      z = [];
      for (let j = 0; j < fanOut; j++) {
        let sum = params[bias + j]!;
        for (let k = 0; k < fanIn; k++) sum += params[weight + j * fanIn + k]! * a[l]![k]!;
        z.push(sum);
      }
      a.push(z.map(functions[activation][0]));
    });
    const logit = z[0]!;
    loss += Math.max(logit, 0) - logit * label + elementary.log1p(elementary.exp(-Math.abs(logit)));
    let delta = [elementary.sigmoid(logit) - label];
    for (let l = layers.length - 1; l >= 0; l--) {
      const { fanIn, fanOut, weight, bias } = layers[l]!;
      for (let j = 0; j < fanOut; j++) {
        for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta[j]! * a[l]![k]!;
        gradient[bias + j]! += delta[j]!;
      }
      if (l === 0) continue;
      const [, slope] = functions[layers[l - 1]!.activation];
      delta = a[l]!.map((value, k) => {
        let blame = 0;
        for (let j = 0; j < fanOut; j++) blame += params[weight + j * fanIn + k]! * delta[j]!;
        return blame * slope(value);
      });
    }
  }
  return { loss: loss / samples.count, gradient: gradient.map((sum) => sum / samples.count) };
}

test("training goes through the bits of plain loops over one sample after the other, however samples are blocked", () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
      ({ network, params, samples }, name) => {
        const evaluator = createEvaluator(network, samples);
        const updater = createUpdater(network.size, defaultChoice(name));
        for (let t = 0; t < 3; t++) {
          evaluator.evaluate(params);
          const { loss, gradient } = passByHand(network, params, samples);
          expect(evaluator.loss).toBe(loss);
          expect([...evaluator.gradient]).toEqual(gradient);
          updater.update(params, evaluator.gradient);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("both losses of every parameter in a check are those of plain loops, though unmoved layers are not run again", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, samples }) => {
      const few = { ...samples, count: Math.min(samples.count, 150) };
      const epsilon = 0.01;
      checkGradient(network, few, params, epsilon).parameters.forEach(({ above, below }, i) => {
        for (const [loss, shift] of [
          [above, epsilon],
          [below, -epsilon],
        ] as const) {
          const moved = params.slice();
          moved[i]! += shift;
          expect(loss).toBe(passByHand(network, moved, few).loss);
        }
      });
    }),
    { numRuns: 20 },
  );
});
