/** The hinges of layer 1: their equation is z of the trace, and moving and turning them is plane geometry. */
import {
  createNetwork,
  headOf,
  initialParameters,
  type Network,
  parameterAt,
  rawFeatures,
  type Section,
  trace,
} from "@neural-viz/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  biasesOf,
  changesOf,
  type Line,
  linesOf,
  movedTo,
  segmentOf,
  shifted,
  turned,
  turnedTo,
} from "../src/panels/fold/lines.ts";
import { inputsAt, placeAt, sharesOf } from "../src/panels/fold/place.ts";

/** The plane through inputs 1 and 3 of three, with unlike units. */
const section: Section = {
  base: [9, 0.5, 9],
  axes: [0, 2],
  intervals: [
    [0, 1],
    [-20, 60],
  ],
};

const networkOf = (inputs: number, activation: "relu" | "tanh" | "identity" = "relu"): Network =>
  createNetwork({
    features: rawFeatures(inputs),
    hidden: [{ units: 4, activation }],
    outputs: 1,
    head: headOf("binary")!,
  });

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const shares = fc.tuple(share, share);
const seed = fc.integer({ min: 1, max: 999 });
const lineOf = (from: number, unit: number): Line => {
  const network = networkOf(3);
  return linesOf(network, initialParameters(network, { name: "torch", seed: from }), section)[unit]!;
};
const zAt = ({ weight, bias, fixed }: Line, [x, y]: readonly number[]): number =>
  weight[0]! * x! + weight[1]! * y! + bias + fixed;
const lengthOf = ({ weight }: Line): number => Math.sqrt(weight[0]! ** 2 + weight[1]! ** 2);

test("a line's equation is z of the trace, everywhere in the section", () => {
  const network = networkOf(3);
  fc.assert(
    fc.property(seed, shares, (from, at) => {
      const params = initialParameters(network, { name: "torch", seed: from });
      const place = placeAt(section, at);
      const { z } = trace(network, params, inputsAt(section, place));
      linesOf(network, params, section).forEach((line, j) =>
        expect(zAt(line, place)).toBeCloseTo(z[0]![j]!, 9),
      );
    }),
  );
});

test("a moved line goes through the place, and only its bias differs", () => {
  fc.assert(
    fc.property(seed, shares, (from, at) => {
      const line = lineOf(from, 1);
      const place = placeAt(section, at);
      const moved = movedTo(line, place);
      expect(moved).toEqual({ ...line, bias: moved.bias });
      expect(zAt(moved, place)).toBeCloseTo(0, 9);
      expect(changesOf(networkOf(3), section, moved, line)).toEqual([
        { parameter: "b.1.2", value: Number(moved.bias.toPrecision(6)) },
      ]);
    }),
  );
});

test("a turned line goes through both places, its weights are as long as before, and it turns by less than 90°", () => {
  fc.assert(
    fc.property(seed, shares, shares, (from, pivot, towards) => {
      fc.pre(Math.abs(pivot[0] - towards[0]) > 0.01);
      const line = lineOf(from, 0);
      const [a, b] = [placeAt(section, pivot), placeAt(section, towards)];
      const next = turnedTo(line, a, b);
      expect(zAt(next, a)).toBeCloseTo(0, 9);
      expect(zAt(next, b)).toBeCloseTo(0, 9);
      expect(lengthOf(next)).toBeCloseTo(lengthOf(line), 12);
      expect(next.weight[0]! * line.weight[0]! + next.weight[1]! * line.weight[1]!).toBeGreaterThanOrEqual(0);
      const names = changesOf(networkOf(3), section, next, line).map(({ parameter }) => parameter);
      expect(names).toEqual(["W.1.1.1", "W.1.1.3", "b.1.1"]);
      expect(names.every((name) => parameterAt(networkOf(3), name) >= 0)).toBe(true);
    }),
  );
});

test("turned by hand: the diagonal about the origin by 45°", () => {
  // x₁ − x₂ = 0 becomes −√2·x₂ = 0, the horizontal axis, or the same turned the other way.
  const line: Line = { unit: 1, weight: [1, -1], bias: 0, fixed: 0 };
  const [first, second] = turnedTo(line, [0, 0], [3, 0]).weight;
  expect(first).toBeCloseTo(0, 12);
  expect(second).toBeCloseTo(-Math.SQRT2, 12);
});

test("a line meets the section for the biases between its limits, at two ends where z is 0", () => {
  fc.assert(
    fc.property(seed, share, (from, between) => {
      const line = lineOf(from, 2);
      const [low, high] = biasesOf(line, section);
      const segment = segmentOf({ ...line, bias: low + between * (high - low) }, section)!;
      for (const end of segment) {
        expect(zAt(line, end) - line.bias + low + between * (high - low)).toBeCloseTo(0, 9);
        const [x, y] = sharesOf(section, end);
        expect(Math.min(Math.abs(x), Math.abs(x - 1), Math.abs(y), Math.abs(y - 1))).toBeLessThan(1e-9);
      }
      expect(segmentOf({ ...line, bias: high + 0.01 }, section)).toBeUndefined();
      expect(segmentOf({ ...line, bias: low - 0.01 }, section)).toBeUndefined();
    }),
  );
});

test("keys move a line across itself by a share of the side, and never out of the square", () => {
  const square: Section = {
    ...section,
    base: [0, 0],
    axes: [0, 1],
    intervals: [
      [0, 1],
      [0, 1],
    ],
  };
  const upright: Line = { unit: 1, weight: [-2, 0], bias: 1, fixed: 0 }; // x₁ = 0.5
  expect(-shifted(upright, square, 0.02).bias / -2).toBeCloseTo(0.52, 12);
  const level: Line = { unit: 1, weight: [0, -3], bias: 1.5, fixed: 0 }; // x₂ = 0.5
  expect(-shifted(level, square, -0.02).bias / -3).toBeCloseTo(0.48, 12);
  let line = upright;
  for (let i = 0; i < 80; i++) line = shifted(line, square, 0.02);
  expect(segmentOf(line, square)).toBeDefined();
  expect(line.bias / 2).toBeGreaterThan(0.99);
});

test("keys turn a line about its middle: counterclockwise by the angle in the square", () => {
  const square: Section = {
    ...section,
    base: [0, 0],
    axes: [0, 1],
    intervals: [
      [0, 1],
      [0, 1],
    ],
  };
  const level: Line = { unit: 1, weight: [0, 2], bias: -1, fixed: 0 }; // x₂ = 0.5
  const next = turned(level, square, Math.PI / 6);
  // The normal (0, 2) turned by 30° is 2·(−sin 30°, cos 30°), and the middle (0.5, 0.5) stays on the line.
  expect(next.weight[0]).toBeCloseTo(-1, 12);
  expect(next.weight[1]).toBeCloseTo(Math.sqrt(3), 12);
  expect(zAt(next, [0.5, 0.5])).toBeCloseTo(0, 12);
});

test("on one input a hinge is a place", () => {
  const network = networkOf(1);
  const line: Section = { base: [0], axes: [0], intervals: [[0, 10]] };
  const params = initialParameters(network, { name: "torch", seed: 3 });
  const [first] = linesOf(network, params, line);
  const moved = movedTo(first!, [4]);
  expect(segmentOf(moved, line)!.map(([x]) => x)).toEqual([expect.closeTo(4, 9), expect.closeTo(4, 9)]);
});

test("an input that the network doesn't have counts 0, an identity layer has no hinges, a smooth one has", () => {
  const only = createNetwork({
    features: ["x3"],
    hidden: [{ units: 2, activation: "relu" }],
    outputs: 1,
    head: headOf("binary")!,
  });
  const params = initialParameters(only, { name: "torch", seed: 1 });
  const [line] = linesOf(only, params, section);
  expect(line!.weight).toEqual([0, params[0]]);
  expect(line!.fixed).toBe(0);
  const moved = movedTo(line!, [0.5, 10]);
  expect(changesOf(only, section, moved, line!).map(({ parameter }) => parameter)).toEqual(["b.1.1"]);
  for (const [activation, count] of [
    ["identity", 0],
    ["tanh", 4],
  ] as const) {
    const network = networkOf(3, activation);
    const initial = initialParameters(network, { name: "torch", seed: 1 });
    expect(linesOf(network, initial, section)).toHaveLength(count);
  }
});
