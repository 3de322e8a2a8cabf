/** The strip's frames and drawings: sums by hand, areas by counting cells, and sides by the formula of a line. */
import { createNetwork, featuresOf, headOf, type Network, rawFeatures, trace } from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { placeOf, stripOf } from "../src/areas/strip/frames.ts";
import { tallyOf } from "../src/areas/strip/tally.ts";
import { confusionOf } from "../src/areas/fit/result/confusion.ts";
import { lineWithTicks } from "../src/ui/plot/sides.ts";
import { stepFor, terracesOf, TINTS, tintOf } from "../src/ui/plot/terraces.ts";

const picture = {
  domain: [
    [0, 1],
    [0, 1],
  ],
  axes: [1, 2],
  through: [0.5, 0.5],
} as const;

/** 2-3-1 with tanh: W¹, b¹, W², b² in this order. The second neuron is nearly constant. */
const network: Network = createNetwork({
  features: rawFeatures(2),
  hidden: [{ units: 3, activation: "tanh" }],
  outputs: 1,
  head: headOf("binary")!,
});
const params = Float64Array.of(2, -1, 0.01, 0.02, -3, 1, 0.25, 0.5, 1, 3, 5, -0.5, -1.5);

describe("frames", () => {
  const choice = {
    picture,
    size: 8,
    place: { l: 2, j: 0 },
    features: [0.3, 0.6],
    sorted: false,
    opened: false,
  };

  test("a nearly constant neuron joins b, the others add one term each, and the last is z at the point", () => {
    const { frames, constant, largest } = stripOf(network, params, choice);
    expect(constant).toEqual([1]);
    expect(frames.map(({ terms }) => terms)).toEqual([[1], [0], [2]]);
    const a = [2 * 0.3 - 0.6 + 0.25, 0.01 * 0.3 + 0.02 * 0.6 + 0.5, -3 * 0.3 + 0.6 + 1].map(Math.tanh);
    expect(frames[0]!.value).toBeCloseTo(-1.5 + 5 * a[1]!, 12);
    expect(frames[1]!.value).toBeCloseTo(-1.5 + 5 * a[1]! + 3 * a[0]!, 12);
    expect(frames[2]!.value).toBeCloseTo(-1.5 + 5 * a[1]! + 3 * a[0]! - 0.5 * a[2]!, 12);
    expect(largest).toBe(Math.max(...frames.flatMap(({ total }) => [...total].map(Math.abs))));
  });

  test("opened, every neuron has its frame in the order in which training adds, and the last total is z to the last bit", () => {
    const { frames } = stripOf(network, params, { ...choice, opened: true });
    expect(frames.map(({ terms }) => terms)).toEqual([[], [0], [1], [2]]);
    const { z } = trace(network, params, [0.3, 0.6]);
    expect(frames.at(-1)!.value).toBe(z[1]![0]!);
    expect(frames[0]!.total.every((value) => value === -1.5)).toBe(true);
  });

  test("largest first: the term that varies most comes first", () => {
    const { frames } = stripOf(network, params, { ...choice, opened: true, sorted: true });
    expect(frames[1]!.terms).toEqual([0]);
    expect(frames.at(-1)!.terms).toEqual([1]);
  });

  test("without hidden neurons every input has its frame, however little it varies", () => {
    const linear = createNetwork({
      features: ["x1", "x2", "x1*x2"],
      hidden: [],
      outputs: 1,
      head: headOf("binary")!,
    });
    const weights = Float64Array.of(1, 2, -4, 0.5);
    const features = featuresOf(linear.features, [0.5, 0.25]);
    const { frames, constant } = stripOf(linear, weights, { ...choice, place: { l: 1, j: 0 }, features });
    expect(constant).toEqual([]);
    expect(frames.map(({ value }) => value)).toEqual([0.5, 1, 1.5, 1]);
  });

  test("an inspected neuron's sum takes the place of the output's", () => {
    expect(placeOf(network, undefined, 0)).toEqual({ l: 2, j: 0 });
    expect(placeOf(network, "z.1.3[7]@4" as never, 0)).toEqual({ l: 1, j: 2 });
    expect(placeOf(network, "a.1.9[7]@4" as never, 0)).toEqual({ l: 2, j: 0 });
    expect(placeOf(network, "W.1.1.1@0" as never, 0)).toEqual({ l: 2, j: 0 });
  });
});

describe("terraces", () => {
  test("the step leaves room for every value in five tints, and is a round number", () => {
    for (const largest of [0.003, 0.9, 1, 4.99, 5, 12.72, 24, 26, 1000]) {
      const step = stepFor(largest);
      expect(step * TINTS).toBeGreaterThanOrEqual(largest);
      const digit = Number(step.toExponential().split("e")[0]);
      expect([1, 2, 4, 5]).toContain(digit);
    }
    expect(stepFor(12.72)).toBe(4);
    expect(stepFor(0)).toBe(1);
    expect(stepFor(Infinity)).toBe(1);
  });

  test("a slope from left to right has upright terraces that reach the frame", () => {
    const size = 10;
    // From −0.9 at the first column's center to 0.9 at the last.
    const field = Float64Array.from({ length: size * size }, (_, cell) => ((cell % size) - 4.5) / 5);
    const terraces = terracesOf(field, size, 0.2, 100);
    const half = terraces.find(({ level }) => level === 0)!;
    const numbers = [...half.d.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    // Zero lies in the middle; the area goes on to the right and beyond top and bottom.
    expect(Math.min(...xs)).toBeCloseTo(50, 0);
    expect(Math.max(...xs)).toBeGreaterThanOrEqual(100);
    expect(Math.min(...ys)).toBeLessThanOrEqual(0);
    expect(Math.max(...ys)).toBeGreaterThanOrEqual(100);
    expect(terraces.map(({ level }) => tintOf(level, 0.2))).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  });
});

test("ticks point to the side where sign · field is positive", () => {
  const size = 20;
  // x − 0.5: positive on the right.
  const field = Float64Array.from({ length: size * size }, (_, cell) => ((cell % size) + 0.5) / size - 0.5);
  for (const sign of [1, -1]) {
    const { d } = lineWithTicks(field, size, sign, { side: 100, gap: 20, length: 5 });
    const ticks = [...d.matchAll(/l(-?[\d.]+) (-?[\d.]+)/g)].map(([, dx]) => Number(dx));
    expect(ticks.length).toBeGreaterThanOrEqual(4);
    expect(ticks.every((dx) => dx === 5 * sign)).toBe(true);
  }
  expect(lineWithTicks(new Float64Array(400).fill(1), size, 1, { side: 100, gap: 20, length: 5 }).d).toBe("");
});

test("the tally counts points by the number of lines on whose inner side they are", () => {
  const inner = [
    [true, true, false, true],
    [true, false, false, true],
    [true, true, true, false],
  ];
  const labels = Float64Array.of(1, 0, 0, 1);
  expect(tallyOf({ inner, counts: [] }, [0, 1, 2], labels)).toEqual([
    { counts: [3], ones: 1, zeros: 0 },
    { counts: [2, 1], ones: 1, zeros: 2 },
  ]);
  // Only the lines that are drawn.
  expect(tallyOf({ inner, counts: [] }, [0], labels)).toEqual([
    { counts: [1], ones: 2, zeros: 1 },
    { counts: [0], ones: 0, zeros: 1 },
  ]);
});

test("the confusion matrix: rows are classes, columns predictions, ties go to the first class", () => {
  const binary = { count: 4, kind: "binary", inputs: [], targets: [Float64Array.of(0, 0, 1, 1)] } as const;
  expect(confusionOf(binary, [Float64Array.of(0.2, 0.7, 0.6, 0.4)], [0, 1, 2, 3])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  const targets = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0), Float64Array.of(0, 0, 1)];
  const classes = { count: 3, kind: "classes", inputs: [], targets } as const;
  const outputs = [
    Float64Array.of(0.5, 0.1, 0.4),
    Float64Array.of(0.3, 0.8, 0.4),
    Float64Array.of(0.2, 0.1, 0.2),
  ];
  expect(confusionOf(classes, outputs, [0, 1, 2])).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
  ]);
  expect(confusionOf(classes, outputs, [1])).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
});
