import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ablatedOutputs,
  ablatedPictures,
  ablatedTrace,
  activationOf,
  type Batch,
  changedPredictions,
  createNetwork,
  draw,
  featuresOf,
  type Head,
  heads,
  innerSides,
  meanOutput,
  type Network,
  type Off,
  rowOf,
  switchedOff,
  trace,
  type Trace,
  type Unit,
  usedUnits,
} from "@neural-viz/engine";
import { anyCase, anyPictured, binaryBatch, binaryNetwork, cellsByHand, firstOf } from "./arbitraries.ts";

const hiddenUnits = ({ layers }: Network): Unit[] =>
  layers
    .slice(0, -1)
    .flatMap(({ fanOut }, l) => Array.from({ length: fanOut }, (_, j) => ({ layer: l + 1, unit: j + 1 })));

/** Forward in plain loops, with one output replaced on the way. */
function byHand({ layers, head }: Network, params: Float64Array, features: Float64Array, off: Off): Trace {
  const [z, a]: [Float64Array[], Float64Array[]] = [[], []];
  let inputs = features;
  layers.forEach((layer, l) => {
    const sums = new Float64Array(layer.fanOut);
    for (let j = 0; j < layer.fanOut; j++) {
      sums[j] = params[layer.bias + j]!;
      for (let k = 0; k < layer.fanIn; k++) {
        sums[j] = sums[j]! + params[layer.weight + j * layer.fanIn + k]! * inputs[k]!;
      }
    }
    inputs = l === layers.length - 1 ? head.outputsOf(sums) : sums.map(activationOf(layer).f);
    if (off.layer === l + 1) inputs[off.unit - 1] = off.mean;
    z.push(sums);
    a.push(inputs);
  });
  return { z, a, outputs: inputs };
}

const rows = ({ count, features }: Batch): Float64Array[] =>
  Array.from({ length: count }, (_, s) => rowOf(features, s));

test("what a neuron puts out on average is the mean over the samples, one after the other", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      for (const { layer, unit } of hiddenUnits(network)) {
        let sum = 0;
        for (const point of rows(batch)) sum += trace(network, params, point).a[layer - 1]![unit - 1]!;
        expect(meanOutput(network, params, batch, { layer, unit })).toBe(sum / batch.count);
        expect(switchedOff(network, params, batch, { layer, unit }).mean).toBe(sum / batch.count);
      }
    }),
    { numRuns: 20 },
  );
});

test("with a neuron switched off, one point and many give the bits of plain loops with its output replaced", () => {
  fc.assert(
    fc.property(anyCase, fc.double({ min: -2, max: 2, noNaN: true }), ({ network, params, batch }, mean) => {
      const few = firstOf(batch, 150);
      for (const unit of hiddenUnits(network)) {
        const off = { ...unit, mean };
        const expected = rows(few).map((point) => byHand(network, params, point, off));
        expect(ablatedTrace(network, params, rowOf(few.features, 0), off)).toEqual(expected[0]);
        ablatedOutputs(network, params, few, off).forEach((column, j) => {
          expect(column).toEqual(Float64Array.from(expected, ({ outputs }) => outputs[j]!));
        });
      }
    }),
    { numRuns: 40 },
  );
});

test("nothing changes when a neuron is replaced by what it puts out anyway", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      const point = rowOf(batch.features, 0);
      const usual = trace(network, params, point);
      for (const { layer, unit } of hiddenUnits(network)) {
        const off = { layer, unit, mean: usual.a[layer - 1]![unit - 1]! };
        expect(ablatedTrace(network, params, point, off)).toEqual(usual);
      }
    }),
    { numRuns: 40 },
  );
});

test("every map and output of a picture with a neuron switched off is that of its cell's own way through the network", () => {
  fc.assert(
    fc.property(anyPictured, ({ network, params, picture, size }) => {
      const points = cellsByHand(picture, size).map((x) => featuresOf(network.features, x));
      const usual = draw(network, params, picture, size, true);
      for (const unit of hiddenUnits(network)) {
        const off = { ...unit, mean: 0.3 };
        const found = ablatedPictures(network, params, picture, size, off);
        const expected = points.map((point) => byHand(network, params, point, off));
        const maps = hiddenUnits(network).map(({ layer, unit: j }) =>
          Float32Array.from(expected, ({ a }) => a[layer - 1]![j - 1]!),
        );
        expect(found.size).toBe(size);
        expect(found.maps).toEqual(maps);
        expect(found.outputs).toEqual(
          usual.outputs.map((_, j) => Float64Array.from(expected, ({ outputs }) => outputs[j]!)),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test("a prediction changes where its class does: exactly ½ is class 0, and a tie is the lower class", () => {
  const column = (...values: number[]): Float64Array => Float64Array.from(values);
  const changed = (targets: Head["targets"], before: Float64Array[], after: Float64Array[]): number[] =>
    changedPredictions({ targets }, before, after);
  const before = [column(0.2, 0.5, 0.5, 0.9, 0.6)];
  const after = [column(0.4, 0.51, 0.1, 0.5, 0.99)];
  expect(changed("binary", before, after)).toEqual([1, 3]);
  expect(changed("values", before, after)).toEqual([]);
  const three = [column(0.4, 0.2, 0.3), column(0.4, 0.5, 0.3), column(0.2, 0.3, 0.4)];
  const others = [column(0.3, 0.2, 0.4), column(0.5, 0.4, 0.2), column(0.2, 0.4, 0.4)];
  // The classes before: 0 (a tie), 1, 2; after: 1, 1 (a tie), 0.
  expect(changed("classes", three, others)).toEqual([0, 2]);
});

/** Two tanh neurons, of which the first alone tells the classes apart and the second's output is not looked at. */
const pair = {
  network: binaryNetwork([{ units: 2, activation: "tanh" }]),
  params: Float64Array.of(4, 0, 0, 4, -2, -2, 3, 0, 0),
  batch: binaryBatch([
    [0.1, 0.2, 0],
    [0.2, 0.9, 0],
    [0.8, 0.1, 1],
    [0.9, 0.7, 1],
  ]),
};

test("a neuron is used when fewer points are correct without it", () => {
  // Without the first the output is the same for all points, so that half of them are correct.
  expect(usedUnits(pair.network, pair.params, pair.batch)).toEqual([
    { layer: 1, unit: 1, correct: 2, used: true },
    { layer: 1, unit: 2, correct: 4, used: false },
  ]);
});

test("how many are correct without a neuron is what counting one by one gives, for every head that classifies", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch: all }) => {
      const batch = firstOf(all, 60);
      const { head } = network;
      const classOf = (values: ArrayLike<number>): number =>
        head.targets === "binary"
          ? Number(values[0]! > 0.5)
          : Array.from(values).indexOf(Math.max(...Array.from(values)));
      const count = (outputs: (point: Float64Array) => Float64Array): number =>
        rows(batch).filter((point, s) => classOf(outputs(point)) === classOf(rowOf(batch.targets, s))).length;
      const whole = count((point) => trace(network, params, point).outputs);
      const expected = hiddenUnits(network).map((unit) => {
        const off = switchedOff(network, params, batch, unit);
        const correct = count((point) => byHand(network, params, point, off).outputs);
        return { layer: unit.layer, unit: unit.unit, correct, used: correct < whole };
      });
      expect(usedUnits(network, params, batch)).toEqual(head.targets === "values" ? [] : expected);
    }),
    { numRuns: 60 },
  );
});

test("the inner side of a line is where its neuron raises z: with a weight below 0, where its z is negative", () => {
  const { network, batch } = pair;
  // The lines are x₁ = ½ and x₂ = ½.
  const at = (w1: number, w2: number) =>
    innerSides(network, Float64Array.of(4, 0, 0, 4, -2, -2, w1, w2, 0), batch)!;
  expect(at(3, 2)).toEqual({
    inner: [
      [false, false, true, true],
      [false, true, false, true],
    ],
    counts: [0, 1, 1, 2],
  });
  expect(at(3, -2).inner[1]).toEqual([true, false, true, false]);
  expect(at(3, -2).counts).toEqual([1, 0, 2, 1]);
  expect(at(0, 2).counts).toEqual([0, 1, 0, 1]);
});

const oneSigmoid = anyCase.filter(
  ({ network: { head, layers } }) => head.targets === "binary" && layers.length > 1,
);

test("on the inner side a neuron's term is nowhere lower than on its line, and elsewhere nowhere higher", () => {
  fc.assert(
    fc.property(oneSigmoid, ({ network, params, batch }) => {
      const { layers } = network;
      const { weight } = layers.at(-1)!;
      const { f } = activationOf(layers.at(-2)!);
      const { inner, counts } = innerSides(network, params, batch)!;
      rows(batch).forEach((point, s) => {
        const { z, a } = trace(network, params, point);
        const sides = Array.from(z.at(-2)!, (sum, k) => Math.sign(sum) === Math.sign(params[weight + k]!));
        expect(inner.map((unit) => unit[s])).toEqual(sides);
        expect(counts[s]).toBe(sides.filter(Boolean).length);
        sides.forEach((inside, k) => {
          const raised = params[weight + k]! * (a.at(-2)![k]! - f(0));
          expect(inside ? raised : -raised).toBeGreaterThanOrEqual(0);
        });
      });
    }),
    { numRuns: 40 },
  );
});

test("without a hidden layer there is no neuron to switch off, and no line", () => {
  const network = binaryNetwork([]);
  const params = Float64Array.of(1, 2, 3);
  expect(usedUnits(network, params, pair.batch)).toEqual([]);
  expect(innerSides(network, params, pair.batch)).toBeUndefined();
});

test("lines have an inner side only where one sigmoid tells two classes apart", () => {
  for (const head of heads) {
    const hidden = [{ units: 2, activation: "tanh" }] as const;
    const network = createNetwork({ features: ["x1", "x2"], hidden, outputs: 1, head });
    const found = innerSides(network, pair.params, pair.batch);
    expect(found === undefined).toBe(head.targets !== "binary");
  }
});
