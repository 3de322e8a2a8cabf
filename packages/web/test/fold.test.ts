import {
  createNetwork,
  headOf,
  type HiddenLayer,
  initialParameters,
  type Network,
  rawFeatures,
  regionsOf,
  type Section,
  trace,
} from "@neural-viz/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeOnDirection } from "../src/panels/fold/edgeOn.ts";
import { foldingOf, meshOf } from "../src/panels/fold/fold.ts";
import { patternAt, patternText } from "../src/panels/fold/pattern.ts";
import { inputsAt } from "../src/panels/fold/place.ts";
import { clip, contains, halvesOf, middleOf, type Place } from "../src/panels/fold/polygon.ts";
import { sheetOf } from "../src/panels/fold/sheet.ts";
import { tagsOf } from "../src/panels/fold/tags.ts";

const plane: Section = {
  base: [0, 0],
  axes: [0, 1],
  intervals: [
    [0, 1],
    [0, 1],
  ],
};

const relu = (units: readonly number[]): HiddenLayer[] =>
  units.map((count) => ({ units: count, activation: "relu" }));

const networkOf = (units: readonly number[], inputs = 2, outputs = 1): Network =>
  createNetwork({
    features: rawFeatures(inputs),
    hidden: relu(units),
    outputs,
    head: headOf(outputs === 1 ? "binary" : "classes")!,
  });

/** Any network of two inputs, and parameters for it. */
const anyNetwork = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([units, seed]) => {
    const network = networkOf(units);
    return { network, params: initialParameters(network, { name: "torch", seed: seed }) };
  });

const lengthOf = (vector: ArrayLike<number>): number => Math.hypot(...Array.from(vector));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

test("the direction edge-on has length 1 and is orthogonal to the output's weights", () => {
  const vector = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(vector, { minLength: 5, maxLength: 40 }), vector, (rows, weights) => {
      fc.pre(lengthOf(weights) > 1e-3);
      const direction = edgeOnDirection(
        rows,
        weights,
        rows.map(([x]) => x!),
      );
      const length = lengthOf(direction);
      expect(length === 0 || Math.abs(length - 1) < 1e-12).toBe(true);
      expect(Math.abs(dot(direction, weights)) / lengthOf(weights)).toBeLessThan(1e-12);
    }),
  );
});

test("the direction edge-on is the widest one that z doesn't see, growing with x₁", () => {
  // z sees the third coordinate only. The others spread along (3, 4) / 5, and less along (−4, 3) / 5.
  const rows = [-2, -1, 0, 1, 2].flatMap((far) =>
    [-0.5, 0.5].map((near) => [0.6 * far - 0.8 * near, 0.8 * far + 0.6 * near, 100 * far * near]),
  );
  const first = rows.map(([x]) => x!);
  const direction = edgeOnDirection(rows, [0, 0, 2], first);
  [0.6, 0.8, 0].forEach((value, i) => expect(direction[i]).toBeCloseTo(value, 9));
  const against = edgeOnDirection(
    rows,
    [0, 0, 2],
    first.map((x) => -x),
  );
  [-0.6, -0.8, 0].forEach((value, i) => expect(against[i]).toBeCloseTo(value, 9));
});

test("edge-on, up is z of the trace at every corner of the mesh, and across is what z doesn't see", () => {
  fc.assert(
    fc.property(anyNetwork, ({ network, params }) => {
      const layer = network.layers.length - 1;
      const folding = foldingOf(network, params, plane, { kind: "edge", layer, output: 0 });
      for (const x of meshOf(plane)) {
        const { z } = trace(network, params, x);
        expect(folding(x)[1]).toBe(z.at(-1)![0]);
      }
    }),
    { numRuns: 20 },
  );
});

test("two neurons are the activations of the trace", () => {
  const network = networkOf([4, 3]);
  const params = initialParameters(network, { name: "he", seed: 5 });
  const folding = foldingOf(network, params, plane, { kind: "neurons", layer: 1, across: 3, up: 1 });
  for (const x of meshOf(plane)) {
    const { a } = trace(network, params, x);
    expect(folding(x)).toEqual([a[0]![3], a[0]![1]]);
  }
});

test("a line is clipped to a convex polygon", () => {
  const square: Place[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  expect(
    clip(
      [
        [-1, 0.5],
        [3, 0.5],
      ],
      square,
    ),
  ).toEqual([
    [0, 0.5],
    [1, 0.5],
  ]);
  expect(
    clip(
      [
        [0.25, 0.25],
        [0.5, 0.75],
      ],
      square,
    ),
  ).toEqual([
    [0.25, 0.25],
    [0.5, 0.75],
  ]);
  expect(
    clip(
      [
        [-1, 2],
        [3, 2],
      ],
      square,
    ),
  ).toBeUndefined();
  // It only touches a corner.
  expect(
    clip(
      [
        [-1, 1],
        [1, -1],
      ],
      square,
    ),
  ).toBeUndefined();
});

test("the parts of the regions with one sign of z make up each region, and the grid lines of all regions the grid", () => {
  const area = (polygon: readonly Place[]): number =>
    polygon.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
      return sum + (x! * nextY! - nextX! * y!) / 2;
    }, 0);
  fc.assert(
    fc.property(anyNetwork, ({ network, params }) => {
      const { regions, hinges } = regionsOf(network, params, plane);
      const sheet = sheetOf(regions, hinges, plane, 0);
      expect(sheet.parts.reduce((sum, { polygon }) => sum + area(polygon), 0)).toBeCloseTo(1, 9);
      for (const { positive, polygon } of sheet.parts) {
        const z = trace(network, params, inputsAt(plane, middleOf(polygon))).z.at(-1)![0]!;
        expect(positive ? z : -z).toBeGreaterThan(-1e-9);
      }
      for (const end of sheet.cut.flat()) {
        expect(trace(network, params, inputsAt(plane, end)).z.at(-1)![0]).toBeCloseTo(0, 9);
      }
      // Eleven lines of length 1. Those along an edge may belong to both of its regions.
      for (const lines of sheet.grid) {
        const length = lines.reduce(
          (sum, [from, to]) => sum + Math.hypot(to![0]! - from![0]!, to![1]! - from![1]!),
          0,
        );
        expect(length).toBeCloseTo(11, 6);
      }
    }),
    { numRuns: 30 },
  );
});

test("between two places of a crease, folding is linear", () => {
  fc.assert(
    fc.property(anyNetwork, ({ network, params }) => {
      const { regions, hinges } = regionsOf(network, params, plane);
      const layer = network.layers.length - 1;
      const folding = foldingOf(network, params, plane, { kind: "edge", layer, output: 0 });
      for (const { places } of sheetOf(regions, hinges, plane, 0).hinges) {
        places.slice(1).forEach((to, i) => {
          const from = places[i]!;
          const ends = [folding(from), folding(to)];
          folding(middleOf([from, to])).forEach((value, axis) =>
            expect(value).toBeCloseTo((ends[0]![axis]! + ends[1]![axis]!) / 2, 6),
          );
        });
      }
    }),
    { numRuns: 20 },
  );
});

test("a region's pattern is that of the trace in its middle, where it contains the place", () => {
  fc.assert(
    fc.property(anyNetwork, ({ network, params }) => {
      for (const { active, polygon } of regionsOf(network, params, plane).regions) {
        const middle = middleOf(polygon);
        expect(contains(polygon, middle)).toBe(true);
        const { z } = trace(network, params, middle);
        if (z.slice(0, -1).some((layer) => layer.some((sum) => Math.abs(sum) < 1e-9))) continue;
        expect(patternText(patternAt(network, params, middle))).toBe(patternText(active));
      }
    }),
    { numRuns: 20 },
  );
});

test("along one axis, halves are two stretches of the line", () => {
  expect(halvesOf([[0], [1]], [-1, 3])).toEqual({
    positive: [[0.25], [1]],
    negative: [[0], [0.25]],
    crossing: [[0.25], [0.25]],
  });
});

test("every neuron with a hinge in the square has one tag on it", () => {
  const network = networkOf([6, 4]);
  const params = initialParameters(network, { name: "torch", seed: 3 });
  const { hinges } = regionsOf(network, params, plane);
  const tags = tagsOf(hinges, ([x, y]) => [x!, y!]);
  const names = new Set(hinges.map(({ layer, unit }) => `${layer}.${unit}`));
  expect(tags.length).toBeGreaterThan(0);
  for (const { layer, unit, at } of tags) {
    expect(names.delete(`${layer}.${unit}`)).toBe(true);
    expect(Math.abs(trace(network, params, at).z[layer - 1]![unit - 1]!)).toBeLessThan(1e-9);
  }
});
