import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Batch,
  blocked,
  checkGradient,
  createUpdater,
  defaultChoice,
  elementary,
  type Network,
  noRegularization,
  type OptimizerName,
  optimizers,
} from "@neural-viz/engine";
import { anyCase, firstOf } from "./arbitraries.ts";

/**
 * The truth here is one sample after the other and one number after the other, in the order that the contract names.
 */
const functions: Record<string, readonly [f: (z: number) => number, slope: (a: number) => number]> = {
  relu: [(z) => (z > 0 ? z : 0), (a) => (a > 0 ? 1 : 0)],
  tanh: [elementary.tanh, (a) => 1 - a * a],
  sigmoid: [elementary.sigmoid, (a) => a * (1 - a)],
  leakyRelu: [(z) => (z > 0 ? z : z * 0.01), (a) => (a > 0 ? 1 : 0.01)],
  identity: [(z) => z, () => 1],
};

/** ℓ and δ of the outputs as the contract writes them down for each head. */
function headByHand({ head }: Network, z: readonly number[], y: readonly number[]) {
  if (head.activation === "softmax") {
    let a = 0;
    z.forEach((value, j) => {
      if (value > z[a]!) a = j;
    });
    const m = z[a]!;
    const e = z.map((value) => elementary.exp(value - m));
    let S = 0;
    e.forEach((value, j) => {
      if (j !== a) S += value;
    });
    const Z = 1 + S;
    const c = y.indexOf(1);
    return {
      loss: m - z[c]! + elementary.log1p(S),
      delta: e.map((value, j) => value / Z - (j === c ? 1 : 0)),
    };
  }
  if (head.loss === "crossEntropy") {
    const [logit, label] = [z[0]!, y[0]!];
    const loss = Math.max(logit, 0) - logit * label + elementary.log1p(elementary.exp(-Math.abs(logit)));
    return { loss, delta: [elementary.sigmoid(logit) - label] };
  }
  const [f, slope] = functions[head.activation]!;
  const outputs = z.map(f);
  let sum = 0;
  outputs.forEach((value, j) => {
    sum += (value - y[j]!) * (value - y[j]!);
  });
  const m = z.length;
  return head.loss === "mse"
    ? { loss: sum / m, delta: outputs.map((value, j) => ((2 * (value - y[j]!)) / m) * slope(value)) }
    : { loss: 0.5 * sum, delta: outputs.map((value, j) => (value - y[j]!) * slope(value)) };
}

function passByHand(network: Network, params: Float64Array, { count, features, targets }: Batch) {
  const { layers, size } = network;
  const gradient: number[] = Array.from({ length: size }, () => 0);
  let loss = 0;
  for (let s = 0; s < count; s++) {
    const a: number[][] = [features.map((column) => column[s]!)];
    let z: number[] = [];
    layers.forEach(({ fanIn, fanOut, weight, bias, activation }, l) => {
      z = [];
      for (let j = 0; j < fanOut; j++) {
        let sum = params[bias + j]!;
        for (let k = 0; k < fanIn; k++) sum += params[weight + j * fanIn + k]! * a[l]![k]!;
        z.push(sum);
      }
      if (l < layers.length - 1) a.push(z.map(functions[activation]![0]));
    });
    const output = headByHand(
      network,
      z,
      targets.map((column) => column[s]!),
    );
    loss += output.loss;
    let { delta } = output;
    for (let l = layers.length - 1; l >= 0; l--) {
      const { fanIn, fanOut, weight, bias } = layers[l]!;
      for (let j = 0; j < fanOut; j++) {
        for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta[j]! * a[l]![k]!;
        gradient[bias + j]! += delta[j]!;
      }
      if (l === 0) continue;
      const [, slope] = functions[layers[l - 1]!.activation]!;
      delta = a[l]!.map((value, k) => {
        let backpropagated = 0;
        for (let j = 0; j < fanOut; j++) backpropagated += params[weight + j * fanIn + k]! * delta[j]!;
        return backpropagated * slope(value);
      });
    }
  }
  return { loss: loss / count, gradient: gradient.map((sum) => sum / count) };
}

test("training goes through the bits of plain loops over one sample after the other, however samples are blocked", () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
      ({ network, params, batch }, name) => {
        const evaluator = blocked.evaluator(network, batch);
        const updater = createUpdater(network.size, defaultChoice(name));
        for (let t = 0; t < 3; t++) {
          evaluator.evaluate(params);
          const { loss, gradient } = passByHand(network, params, batch);
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
    fc.property(anyCase, ({ network, params, batch }) => {
      const few = firstOf(batch, 150);
      const epsilon = 0.01;
      checkGradient(
        { network, batch: few, regularization: noRegularization },
        params,
        epsilon,
      ).parameters.forEach(({ above, below }, i) => {
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
