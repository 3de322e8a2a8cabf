import fc from "fast-check";
import { expect, test } from "vitest";
import { generate, type Samples, separability } from "@neural-viz/engine";

type Point = readonly [x1: number, x2: number];
type Row = readonly [x1: number, x2: number, label: 0 | 1];

const samplesOf = (rows: readonly Row[]): Samples => ({
  count: rows.length,
  x1: Float64Array.from(rows, ([x1]) => x1),
  x2: Float64Array.from(rows, ([, x2]) => x2),
  y: Float64Array.from(rows, ([, , label]) => label),
});

/** Twice the area of a triangle, positive when a, b, c turn left; exact for small whole numbers. */
const turn = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const between = (a: Point, b: Point, c: Point): boolean =>
  turn(a, b, c) === 0 && (a[0] - c[0]) * (b[0] - c[0]) <= 0 && (a[1] - c[1]) * (b[1] - c[1]) <= 0;

const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  [between(a, b, c), between(a, b, d), between(c, d, a), between(c, d, b)].includes(true) ||
  (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0);

const within = (a: Point, b: Point, c: Point, p: Point): boolean => {
  const turns = [turn(a, b, p), turn(b, c, p), turn(c, a, p)];
  return turn(a, b, c) !== 0 && (turns.every((one) => one >= 0) || turns.every((one) => one <= 0));
};

/** Whether the convex hulls of two small sets meet: by segments that cross, and points in triangles. */
function hullsMeet(ones: readonly Point[], zeros: readonly Point[]): boolean {
  const segmentsCross = ones.some((a) =>
    ones.some((b) => zeros.some((c) => zeros.some((d) => cross(a, b, c, d)))),
  );
  const oneIn = (corners: readonly Point[], points: readonly Point[]): boolean =>
    corners.some((a) => corners.some((b) => corners.some((c) => points.some((p) => within(a, b, c, p)))));
  return segmentsCross || oneIn(ones, zeros) || oneIn(zeros, ones);
}

const coordinate = fc.integer({ min: 0, max: 6 });
const rows = fc.array(fc.tuple(coordinate, coordinate, fc.constantFrom<0 | 1>(0, 1)), {
  minLength: 1,
  maxLength: 9,
});

test("points can be separated by a line unless the hulls of their classes meet, and the points named do meet", () => {
  const found = { yes: 0, no: 0 };
  fc.assert(
    fc.property(rows, (points) => {
      const pointsOf = (label: number): Point[] =>
        points.filter(([, , y]) => y === label).map(([a, b]) => [a, b]);
      const answer = separability(samplesOf(points));
      expect(answer.separable).toBe(!hullsMeet(pointsOf(1), pointsOf(0)));
      found[answer.separable ? "yes" : "no"] += 1;
      if (answer.separable) return;
      const named = (indices: readonly number[], label: number): Point[] =>
        indices.map((s) => {
          expect(points[s]![2]).toBe(label);
          return [points[s]![0], points[s]![1]];
        });
      const [ones, zeros] = [named(answer.ones, 1), named(answer.zeros, 0)];
      expect(ones.length + zeros.length).toBeLessThanOrEqual(4);
      expect(hullsMeet(ones, zeros)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(found.yes, found.no)).toBeGreaterThan(300);
});

test("no line separates XOR: the segments between its two zeros and its two ones cross", () => {
  expect(separability(generate("xor", { points: 4, noise: 0, seed: 0 }))).toEqual({
    separable: false,
    zeros: [0, 3],
    ones: [1, 2],
  });
  for (const gate of ["and", "or"] as const) {
    expect(separability(generate(gate, { points: 4, noise: 0, seed: 0 })).separable).toBe(true);
  }
});

test("one unit in the last place decides: a point on a segment, or just beside it", () => {
  const ends: Row[] = [
    [0.1, 0.1, 0],
    [0.3, 0.3, 0],
  ];
  expect(separability(samplesOf([...ends, [0.2, 0.2, 1]])).separable).toBe(false);
  expect(separability(samplesOf([...ends, [0.2, 0.2 + 2 ** -55, 1]])).separable).toBe(true);
  expect(separability(samplesOf([...ends, [0.2, 0.2 - 2 ** -55, 1]])).separable).toBe(true);
  expect(separability(samplesOf([...ends, [0.1, 0.1, 1]])).separable).toBe(false);
  expect(
    separability(
      samplesOf([
        [1e-308, 0, 0],
        [1e308, 0, 1],
        [-1e308, 5e-324, 1],
      ]),
    ).separable,
  ).toBe(true);
});

test("points of one class alone can be separated from none", () => {
  expect(
    separability(
      samplesOf([
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).separable,
  ).toBe(true);
});
