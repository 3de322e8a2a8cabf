import fc from "fast-check";
import { expect, test } from "vitest";
import { halfLines, type Line, pathOf } from "../src/ui/plot/contour.ts";

/** A field sampled at the centers of size × size cells. x goes right, y goes down, both from 0 to 1. */
function fieldOf(size: number, f: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) =>
    f(((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size),
  );
}

const onFrame = ([x, y]: readonly [number, number]): boolean =>
  Math.min(x, y, 1 - x, 1 - y) > -1e-9 && Math.min(x, y, 1 - x, 1 - y) < 1e-9;

/** A straight line from frame to frame, with every point at distance 0 from a·x + b·y = c; (a, b) has length 1. */
function expectStraight(lines: readonly Line[], a: number, b: number, c: number): void {
  expect(lines).toHaveLength(1);
  const [{ points, closed }] = lines as [Line];
  expect(closed).toBe(false);
  for (const [x, y] of points) expect(Math.abs(a * x + b * y - c)).toBeLessThan(1e-6);
  expect([points[0]!, points.at(-1)!].map(onFrame)).toEqual([true, true]);
  const along = points.map(([x, y]) => b * x - a * y);
  const forth = Math.sign(along.at(-1)! - along[0]!);
  along.slice(1).forEach((s, i) => expect(forth * (s - along[i]!)).toBeGreaterThan(-1e-9));
}

const anySize = fc.integer({ min: 8, max: 64 });
const anyDirection = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });

test("the contour of a linear field is one straight line in the right position, from frame to frame", () => {
  const inside = fc.double({ min: 0.2, max: 0.8, noNaN: true });
  fc.assert(
    fc.property(
      anySize,
      anyDirection,
      inside,
      inside,
      fc.constantFrom(1e-3, 1, 50),
      (size, angle, px, py, k) => {
        const [a, b] = [Math.cos(angle), Math.sin(angle)];
        const c = a * px + b * py;
        const field = fieldOf(size, (x, y) => 0.5 + k * (a * x + b * y - c));
        expectStraight(halfLines(field, size), a, b, c);
      },
    ),
    { numRuns: 500 },
  );
});

test("the line reaches the frame even where it passes through the centers of cells, exactly or nearly", () => {
  const slope = fc.integer({ min: -4, max: 4 });
  const cell = fc.integer({ min: 3, max: 12 });
  fc.assert(
    fc.property(
      slope,
      slope,
      cell,
      cell,
      fc.constantFrom(0, 1e-15, -1e-15, 1e-12, -1e-10),
      (i, j, cx, cy, off) => {
        fc.pre(i !== 0 || j !== 0);
        const length = Math.hypot(i, j);
        // In sixteenths all of this is exact.
        const c = (i * (cx + 0.5)) / 16 + (j * (cy + 0.5)) / 16;
        const field = fieldOf(16, (x, y) => 0.5 + off + (i * x + j * y - c));
        expectStraight(halfLines(field, 16), i / length, j / length, c / length);
      },
    ),
    { numRuns: 500 },
  );
});

test("a circle is closed, and correct to the square of a cell", () => {
  const center = fc.double({ min: 0.4, max: 0.6, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: 64 }),
      center,
      center,
      fc.double({ min: 0.12, max: 0.3, noNaN: true }),
      fc.constantFrom(1, -1),
      (size, cx, cy, r, sign) => {
        const field = fieldOf(size, (x, y) => 0.5 + sign * (r * r - (x - cx) ** 2 - (y - cy) ** 2));
        const lines = halfLines(field, size);
        expect(lines).toHaveLength(1);
        const [{ points, closed }] = lines as [Line];
        expect(closed).toBe(true);
        expect(points[0]).toEqual(points.at(-1));
        // Linear interpolation of d² between centers h apart is off by at most h²/8 times its second derivative, 2.
        const bound = 1 / size ** 2 / 4 + 1e-12;
        let turned = 0;
        points.forEach(([x, y], i) => {
          expect(Math.abs((x - cx) ** 2 + (y - cy) ** 2 - r * r)).toBeLessThanOrEqual(bound);
          const [nx, ny] = points[(i + 1) % points.length]!;
          const [ax, ay, bx, by] = [x - cx, y - cy, nx - cx, ny - cy];
          turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
        });
        // Once around the center, and no more.
        expect(Math.abs(turned)).toBeCloseTo(2 * Math.PI, 9);
      },
    ),
  );
});

test("a ring has two closed lines, outer and inner", () => {
  for (const sign of [1, -1]) {
    const field = fieldOf(64, (x, y) => 0.5 + sign * (0.1 - Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.25)));
    const lines = halfLines(field, 64);
    expect(lines.map(({ closed }) => closed)).toEqual([true, true]);
    const radii = lines.map(({ points: [[x, y] = [NaN, NaN]] }) => Math.hypot(x - 0.5, y - 0.5));
    expect(Math.min(...radii)).toBeCloseTo(0.15, 2);
    expect(Math.max(...radii)).toBeCloseTo(0.35, 2);
  }
});

test("lines that the frame cuts are open, and none runs along the frame", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 64 }),
      fc.constantFrom(1, -1),
      fc.double({ min: 0.1, max: 0.3, noNaN: true }),
      (size, sign, r) => {
        // A disc in each corner and one in the middle of the left side.
        const discs = [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ].map(([cx = 0, cy = 0]) => ({ cx, cy, r }));
        const all = [...discs, { cx: 0, cy: 0.5, r: 0.1 }];
        const field = fieldOf(size, (x, y) => {
          const depth = Math.max(...all.map(({ cx, cy, r: own }) => own - Math.hypot(x - cx, y - cy)));
          return 0.5 + sign * depth;
        });
        const lines = halfLines(field, size);
        expect(lines).toHaveLength(5);
        for (const { points, closed } of lines) {
          expect(closed).toBe(false);
          expect([points[0]!, points.at(-1)!].map(onFrame)).toEqual([true, true]);
          expect(points.slice(1, -1).some(onFrame)).toBe(false);
        }
      },
    ),
  );
});

test("a field that is above ½, below ½ or NaN everywhere has no contour", () => {
  for (const value of [0, 0.4999, 0.5, 1, NaN])
    expect(
      halfLines(
        fieldOf(20, () => value),
        20,
      ),
    ).toEqual([]);
});

/** Nine digits, and no sign before a zero. */
const round = (v: number): string => v.toFixed(9).replace(/^-(0\.0+)$/, "$1");

test("a field and its mirror image about ½ have the same lines", () => {
  const key = (lines: readonly Line[]): string[] =>
    lines.flatMap(({ points }) => points.map(([x, y]) => `${round(x)} ${round(y)}`)).toSorted();
  fc.assert(
    fc.property(fc.double({ min: 3, max: 9, noNaN: true }), anyDirection, (waves, phase) => {
      // Not steeper than its cells can show: leaves out saddles, which can be joined in two ways.
      const f = (x: number, y: number): number => 0.2 * Math.sin(waves * x + phase) + 0.4 * (y - 0.5);
      const up = halfLines(
        fieldOf(32, (x, y) => 0.5 + f(x, y)),
        32,
      );
      const down = halfLines(
        fieldOf(32, (x, y) => 0.5 - f(x, y)),
        32,
      );
      expect([...new Set(key(up))]).toEqual([...new Set(key(down))]);
    }),
  );
});

test("path data goes from point to point in a square of the given side", () => {
  const lines: Line[] = [
    {
      points: [
        [0, 0.25],
        [0.5, 0.75],
        [1, 1],
      ],
      closed: false,
    },
    {
      points: [
        [0.125, 0.5],
        [0.25, 0.5],
      ],
      closed: false,
    },
  ];
  expect(pathOf(lines, 200)).toBe("M0.0 50.0L100.0 150.0L200.0 200.0M25.0 100.0L50.0 100.0");
  expect(pathOf([], 200)).toBe("");
});

test("ties draw no line, because rounding alone decides which side of ½ they are on", () => {
  const size = 12;
  const noise = Float64Array.from({ length: size * size }, (_, i) => 0.5 + (((i * 7) % 5) - 2) * 2 ** -54);
  expect(halfLines(noise, size)).toEqual([]);
  const split = noise.map((p, i) => (i % size < size / 2 ? 0.2 : p + 0.1));
  expect(halfLines(split, size)).toHaveLength(1);
});
