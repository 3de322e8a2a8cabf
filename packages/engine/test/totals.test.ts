import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activationOf,
  createNetwork,
  featuresOf,
  headOf,
  largestFirst,
  NEARLY_CONSTANT,
  type Network,
  type SumPlace,
  totals,
  totalsAt,
  totalsOfEach,
  trace,
} from "@neural-viz/engine";
import { anyPictured, cellsByHand, spread } from "./arbitraries.ts";

/** Every unit of a network, the outputs too. */
const placesOf = ({ layers }: Network): SumPlace[] =>
  layers.flatMap(({ fanOut }, l) => Array.from({ length: fanOut }, (_, j) => ({ l: l + 1, j })));

/** b, b + W₁a₁, … of one point by their definition, from the activations of its own way through the network. */
function totalsByHand(
  { layers }: Network,
  params: Float64Array,
  a: ArrayLike<number>,
  { l, j }: SumPlace,
): number[] {
  const { fanIn, weight, bias } = layers[l - 1]!;
  const found = [params[bias + j]!];
  for (let k = 0; k < fanIn; k++) found.push(found[k]! + params[weight + j * fanIn + k]! * a[k]!);
  return found;
}

test("the totals of every unit are those of each cell's own way through the network, and the last is z, bit for bit", () => {
  fc.assert(
    fc.property(anyPictured, ({ network, params, picture, size }) => {
      const points = cellsByHand(picture, size).map((x) => featuresOf(network.features, x));
      const traces = points.map((features) => trace(network, params, features));
      for (const place of placesOf(network)) {
        const { l, j } = place;
        const inputs = points.map((features, cell) => (l === 1 ? features : traces[cell]!.a[l - 2]!));
        const found = totals(network, params, { picture, size, place });
        const { fanIn } = network.layers[l - 1]!;
        expect(found.size).toBe(size);
        expect(found.order).toEqual(Array.from({ length: fanIn }, (_, k) => k));
        expect(found.frames).toHaveLength(fanIn + 1);
        const byHand = inputs.map((a) => totalsByHand(network, params, a, place));
        found.frames.forEach((frame, i) => {
          expect(frame).toEqual(Float64Array.from(byHand, (row) => row[i]!));
        });
        expect(found.frames.at(-1)).toEqual(Float64Array.from(traces, ({ z }) => z[l - 1]![j]!));
        const lines = l === 1 ? [] : [...traces[0]!.z[l - 2]!.keys()];
        expect(found.lines).toEqual(lines.map((k) => Float64Array.from(traces, ({ z }) => z[l - 2]![k]!)));
        found.ranges.forEach((range, k) => {
          const values = inputs.map((a) => a[k]!);
          expect(range).toBe(Math.max(...values) - Math.min(...values));
        });
        const cell = points.length >> 1;
        expect([...totalsAt(network, params, points[cell]!, place)]).toEqual(byHand[cell]);
      }
    }),
    { numRuns: 60 },
  );
});

test("in another order the terms are the same and the last total is z but for rounding", () => {
  fc.assert(
    fc.property(anyPictured, fc.nat(), ({ network, params, picture, size }, seed) => {
      const [l, j] = [network.layers.length, 0];
      const place = { l, j };
      const plain = totals(network, params, { picture, size, place });
      const keys = spread(seed)(plain.terms.length);
      const order = [...keys.keys()].toSorted((p, q) => keys[p]! - keys[q]!);
      const found = totals(network, params, { picture, size, place, order });
      expect(found.order).toEqual(order);
      expect(found.terms).toEqual(plain.terms);
      expect(found.ranges).toEqual(plain.ranges);
      expect(found.frames[0]).toEqual(plain.frames[0]);
      order.forEach((k, i) => {
        found.frames[i + 1]!.forEach((total, cell) =>
          expect(total).toBe(found.frames[i]![cell]! + plain.terms[k]![cell]!),
        );
      });
      found.frames
        .at(-1)!
        .forEach((total, cell) => expect(total).toBeCloseTo(plain.frames.at(-1)![cell]!, 9));
      const [first] = cellsByHand(picture, size);
      const one = totalsAt(network, params, featuresOf(network.features, first!), place, order);
      expect([...one]).toEqual(found.frames.map((frame) => frame[0]!));
    }),
    { numRuns: 60 },
  );
});

test("additions round in another way in another order: the usual one is training's", () => {
  const head = headOf("values")!;
  const network = createNetwork({ features: ["x1", "x2"], hidden: [], outputs: 1, head });
  // 2⁻⁵³ is half of the last bit of 1: alone it vanishes beside 1, twice it doesn't.
  const half = 2 ** -53;
  const params = Float64Array.of(1, half, half);
  const last = (order?: readonly number[]): number =>
    totalsAt(network, params, [1, 1], { l: 1, j: 0 }, order).at(-1)!;
  expect(last()).toBe(trace(network, params, [1, 1]).z[0]![0]);
  expect(last()).toBe(1);
  expect(last([1, 0])).toBe(1 + 2 * half);
});

test("the terms that vary most come first, whatever their level, and equal ones in rising order", () => {
  const column = (...values: number[]): Float64Array => Float64Array.from(values);
  // The largest distances from the means: 0, 2, 3 (of −1, −1, −1, 3 … 3 from 0), 2 and 0.
  const terms = [
    column(9, 9, 9, 9),
    column(2, -2, 2, -2),
    column(-1, -1, -1, 3),
    column(7, 3, 7, 3),
    column(0, 0, 0, 0),
  ];
  expect(largestFirst(terms)).toEqual([2, 1, 3, 0, 4]);
  expect(largestFirst([])).toEqual([]);
});

test("a neuron whose map is of one color is nearly constant; its range is that of its activation over the cells", () => {
  const head = headOf("binary")!;
  const hidden = [{ units: 2, activation: "tanh" }] as const;
  const network = createNetwork({ features: ["x1", "x2"], hidden, outputs: 1, head });
  const params = Float64Array.of(0.1, 0, 0, 2, 3, -1, 1, 1, 0);
  const features = [Float64Array.of(0, 0.5, 1), Float64Array.of(0, 0.5, 1)];
  const { ranges } = totalsOfEach(network, params, features, { l: 2, j: 0 });
  expect(activationOf(network.layers[0]!).f(0)).toBe(0);
  expect(ranges[0]).toBeCloseTo(Math.tanh(3.1) - Math.tanh(3), 14);
  expect(ranges[1]).toBeCloseTo(Math.tanh(1) - Math.tanh(-1), 14);
  expect([...ranges].map((range) => range < NEARLY_CONSTANT)).toEqual([true, false]);
});
