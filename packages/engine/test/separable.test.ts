import fc from "fast-check";
import { expect, test } from "vitest";
import { oneHot, parseDataset, type Samples, samplesOf, separability } from "@neural-viz/engine";

type Point = readonly [x1: number, x2: number];
type Row = readonly [x1: number, x2: number, label: 0 | 1];

const inPlane = (rows: readonly Row[]): Samples => ({
  count: rows.length,
  kind: "binary",
  inputs: [Float64Array.from(rows, ([x1]) => x1), Float64Array.from(rows, ([, x2]) => x2)],
  targets: [Float64Array.from(rows, ([, , label]) => label)],
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
      const answer = separability(inPlane(points));
      expect(answer.separable).toBe(!hullsMeet(pointsOf(1), pointsOf(0)));
      found[answer.separable ? "yes" : "no"] += 1;
      if (answer.separable) return;
      const named = (indices: readonly number[], label: number): Point[] =>
        indices.map((s) => {
          expect(points[s]![2]).toBe(label);
          return [points[s]![0], points[s]![1]];
        });
      const [zeros, ones] = [named(answer.proof[0]!, 0), named(answer.proof[1]!, 1)];
      expect(ones.length + zeros.length).toBeLessThanOrEqual(4);
      expect(hullsMeet(ones, zeros)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(found.yes, found.no)).toBeGreaterThan(300);
});

test("no line separates XOR: the segments between its two zeros and its two ones cross", () => {
  const ofGate = (name: string): Samples => samplesOf(parseDataset({ name }));
  expect(separability(ofGate("xor"))).toEqual({
    separable: false,
    proof: [
      [0, 3],
      [1, 2],
    ],
  });
  for (const gate of ["and", "or"]) expect(separability(ofGate(gate)).separable).toBe(true);
});

/**
 * Whether classes of points with small whole numbers can be separated, by the perceptron: it adds a vector v whenever
 * w·v ≤ 0. If it ends, w separates. If w comes back, the vectors added in between sum to 0: were w′·v > 0 for all of
 * them, w′·0 would be above 0, so nothing separates. It does one or the other, because its w stay bounded (Minsky &
 * Papert 1969, 11.10).
 */
function byPerceptron(
  points: readonly (readonly number[])[],
  labels: readonly number[],
  classes: number,
): boolean {
  const vectors = points.flatMap((x, s) => {
    const own = labels[s]!;
    return Array.from({ length: classes }, (_, other) => other)
      .filter((other) => other !== own)
      .map((other) =>
        Array.from({ length: classes }, (_, c) =>
          [...x, 1].map((value) => (c === own ? value : c === other ? -value : 0)),
        ).flat(),
      );
  });
  let w = vectors[0]!.map(() => 0);
  const seen = new Set<string>();
  for (;;) {
    const wrong = vectors.find((v) => v.reduce((sum, value, i) => sum + value * w[i]!, 0) <= 0);
    if (wrong === undefined) return true;
    if (seen.has(w.join())) return false;
    seen.add(w.join());
    w = w.map((value, i) => value + wrong[i]!);
  }
}

test.each([
  [1, 2],
  [2, 2],
  [3, 2],
  [4, 2],
  [1, 3],
  [2, 3],
  [3, 3],
  [1, 4],
  [2, 4],
] as const)("with %i inputs and %i classes, the perceptron comes to the same answer", (inputs, classes) => {
  const most = inputs + 2 * classes;
  const anyPoint = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: inputs, maxLength: inputs }),
    fc.integer({ min: 0, max: classes - 1 }),
  );
  const found = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.array(anyPoint, { minLength: 1, maxLength: most }), (drawn) => {
      const points = drawn.map(([x]) => x);
      const labels = drawn.map(([, label]) => label);
      const columns = Array.from({ length: inputs }, (_, k) => Float64Array.from(points, (x) => x[k]!));
      const samples = { count: drawn.length, inputs: columns };
      const answers = [
        separability({ ...samples, kind: "classes", targets: oneHot(labels, classes) }),
        ...(classes === 2
          ? [separability({ ...samples, kind: "binary", targets: [Float64Array.from(labels)] })]
          : []),
      ];
      const expected = byPerceptron(points, labels, classes);
      for (const answer of answers) {
        expect(answer.separable).toBe(expected);
        if (answer.separable) continue;
        const named = answer.proof.flat();
        answer.proof.forEach((part, c) => expect(part.every((s) => labels[s] === c)).toBe(true));
        expect(
          byPerceptron(
            named.map((s) => points[s]!),
            named.map((s) => labels[s]!),
            classes,
          ),
        ).toBe(false);
        expect(named.length).toBeLessThanOrEqual(classes === 2 ? inputs + 2 : drawn.length);
      }
      found[expected ? "yes" : "no"] += 1;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(found.yes, found.no)).toBeGreaterThan(20);
});

test("one unit in the last place decides: a point on a segment, or just beside it", () => {
  const ends: Row[] = [
    [0.1, 0.1, 0],
    [0.3, 0.3, 0],
  ];
  expect(separability(inPlane([...ends, [0.2, 0.2, 1]])).separable).toBe(false);
  expect(separability(inPlane([...ends, [0.2, 0.2 + 2 ** -55, 1]])).separable).toBe(true);
  expect(separability(inPlane([...ends, [0.2, 0.2 - 2 ** -55, 1]])).separable).toBe(true);
  expect(separability(inPlane([...ends, [0.1, 0.1, 1]])).separable).toBe(false);
  expect(
    separability(
      inPlane([
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
      inPlane([
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).separable,
  ).toBe(true);
});
