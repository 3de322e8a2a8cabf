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
import { describe, expect, test } from "vitest";
import { edgeOnDirection } from "../src/panels/fold/edgeOn.ts";
import { foldingOf, meshOf } from "../src/panels/fold/fold.ts";
import { patternAt, patternText } from "../src/panels/fold/pattern.ts";
import { inputsAt } from "../src/panels/fold/place.ts";
import { pathsOf } from "../src/panels/fold/paths.ts";
import { clip, contains, halvesOf, middleOf, type Place } from "../src/panels/fold/polygon.ts";
import { sheetOf } from "../src/panels/fold/sheet.ts";
import { tagsOf } from "../src/panels/fold/tags.ts";
import { planeIn, projectionOf, type Space, turnedBy } from "../src/panels/fold/turn.ts";

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

/** z of the only output. */
const onlyOutput = { output: 0, against: undefined };
const unitInterval = fc.integer({ min: 0, max: 1000 }).map((v) => v / 1000);
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
      const folding = foldingOf(network, params, plane, {
        kind: "edge",
        layer,
        score: { output: 0, against: undefined },
      });
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
      const sheet = sheetOf(regions, hinges, plane, onlyOutput);
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
      const folding = foldingOf(network, params, plane, {
        kind: "edge",
        layer,
        score: { output: 0, against: undefined },
      });
      for (const { places } of sheetOf(regions, hinges, plane, onlyOutput).hinges) {
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

test("two classes are cut where the network gives them the same z, and up is their difference", () => {
  let cuts = 0;
  for (let seed = 1; seed < 12; seed++) {
    const network = networkOf([5], 2, 3);
    const params = initialParameters(network, { name: "torch", seed });
    const { regions, hinges } = regionsOf(network, params, plane);
    const score = { output: 0, against: 2 };
    const sums = (x: readonly number[]) => trace(network, params, x).z.at(-1)!;
    for (const [from, to] of sheetOf(regions, hinges, plane, score).cut) {
      cuts += 1;
      for (const at of [from, to]) {
        const z = sums(inputsAt(plane, at));
        expect(z[0]! - z[2]!).toBeCloseTo(0, 9);
      }
    }
    const folding = foldingOf(network, params, plane, { kind: "edge", layer: 1, score });
    for (const x of meshOf(plane)) expect(folding(x)[1]).toBeCloseTo(sums(x)[0]! - sums(x)[2]!, 12);
  }
  expect(cuts).toBeGreaterThan(5);
});

test("the paths through a region add up to its collapsed weight", () => {
  let open = 0;
  fc.assert(
    fc.property(anyNetwork, fc.tuple(unitInterval, unitInterval), ({ network, params }, x) => {
      const { a, z } = trace(network, params, x);
      const at = (k: number): number => {
        const moved = x.map((value, i) => (i === k ? value + 1e-7 : value));
        const to = trace(network, params, moved);
        if (patternText(patternAt(network, params, moved)) !== patternText(patternAt(network, params, x)))
          return NaN;
        return (to.z.at(-1)![0]! - z.at(-1)![0]!) / 1e-7;
      };
      for (const k of [0, 1]) {
        const paths = pathsOf(network, params, a, k, 0);
        expect(paths.all).toBe(network.layers.slice(0, -1).reduce((all, { fanOut }) => all * fanOut, 1));
        const on = patternAt(network, params, x).map((layer) => layer.filter(Boolean).length);
        expect(paths.open.length).toBe(on.reduce((all, count) => all * count, 1));
        const slope = at(k);
        if (Number.isNaN(slope)) continue;
        open += paths.open.length;
        expect(paths.open.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(slope, 5);
      }
    }),
  );
  expect(open).toBeGreaterThan(100);
});

describe("three neurons in a parallel projection", () => {
  const place = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -300, max: 300 }).map((v) => v / 100)));
  const turn = fc.record({
    around: fc.integer({ min: 0, max: 359 }),
    above: fc.integer({ min: -90, max: 90 }),
  });

  test("what is lost is the distance along one line of sight", () => {
    fc.assert(
      fc.property(turn, (from) => {
        const project = projectionOf(from);
        const columns = [project([1, 0, 0]), project([0, 1, 0]), project([0, 0, 1])];
        for (const i of [0, 1] as const) {
          expect(columns.reduce((sum, column) => sum + column[i] ** 2, 0)).toBeCloseTo(1, 12);
        }
        expect(columns.reduce((sum, [right, up]) => sum + right * up, 0)).toBeCloseTo(0, 12);
      }),
    );
    expect(projectionOf({ around: 0, above: 0 })([3, 5, 7])).toEqual([3, 7]); // from the front
    const [right, up] = projectionOf({ around: 0, above: 90 })([3, 5, 7]); // from above
    expect(right).toBeCloseTo(3, 12);
    expect(up).toBeCloseTo(5, 12);
  });

  test("keys and drags turn it: around without end, above no farther than straight over it", () => {
    expect(turnedBy({ around: 350, above: 80 }, 20, 20)).toEqual({ around: 10, above: 90 });
    expect(turnedBy({ around: 5, above: -80 }, -10, -20)).toEqual({ around: 355, above: -90 });
  });

  test("the corners of a plane lie on it and on the box, and their polygon is convex", () => {
    let met = 0;
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: -200, max: 200 }).map((v) => v / 100),
        (normal, b) => {
          fc.pre(Math.hypot(...normal) > 0.1);
          const w = normal as unknown as Space;
          const box = { low: [0, -1, 0], high: [2, 1, 3] } as const;
          const corners = planeIn(box, w, b);
          for (const at of corners) {
            expect(at.reduce((sum, v, i) => sum + v * w[i]!, b)).toBeCloseTo(0, 9);
            const onFace = at.some(
              (v, i) => Math.abs(v - box.low[i]!) < 1e-9 || Math.abs(v - box.high[i]!) < 1e-9,
            );
            expect(onFace).toBe(true);
          }
          // All turns go the same way, seen along the normal.
          const turns = corners.map((at, i) => {
            const [next, after] = [1, 2].map((by) => corners[(i + by) % corners.length]!);
            const [p, q] = [
              [0, 1, 2].map((k) => next![k]! - at[k]!),
              [0, 1, 2].map((k) => after![k]! - next![k]!),
            ];
            return (
              w[0] * (p[1]! * q[2]! - p[2]! * q[1]!) +
              w[1] * (p[2]! * q[0]! - p[0]! * q[2]!) +
              w[2] * (p[0]! * q[1]! - p[1]! * q[0]!)
            );
          });
          expect(turns.every((value) => value >= -1e-9) || turns.every((value) => value <= 1e-9)).toBe(true);
          if (corners.length > 0) met += 1;
        },
      ),
    );
    expect(met).toBeGreaterThan(20);
  });
});
