import fc from "fast-check";
import { expect, test } from "vitest";
import { level, lineThrough, type Point, upright } from "../src/ui/plot/line.ts";

/** The points of path data, one list for each part without a gap. */
const stretches = (path: string): number[][][] =>
  path
    .split("M")
    .slice(1)
    .map((part) =>
      part
        .replace(/Z$/, "")
        .split("L")
        .map((point) => point.split(",").map(Number)),
    );

const anyPoint = fc.tuple(
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.oneof(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.constantFrom(NaN, Infinity, -Infinity)),
);

test("a line goes through all its points, to a tenth of a pixel, with gaps at those that can't be drawn", () => {
  fc.assert(
    fc.property(fc.array(anyPoint), (points) => {
      const expected: Point[][] = [];
      points.forEach((point, i) => {
        if (!Number.isFinite(point[1])) return;
        if (i === 0 || !Number.isFinite(points[i - 1]![1])) expected.push([]);
        expected.at(-1)!.push(point);
      });
      const drawn = stretches(lineThrough(points));
      expect(drawn.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
      drawn.flat().forEach(([x, y], i) => {
        const point = expected.flat()[i]!;
        expect(Math.abs(x! - point[0])).toBeLessThan(0.051);
        expect(Math.abs(y! - point[1])).toBeLessThan(0.051);
      });
    }),
  );
});

test("a line through no points is empty", () => {
  expect(lineThrough([])).toBe("");
});

test("lines across a plot area end where it does", () => {
  const area = { left: 10, right: 90, top: 5, bottom: 45 };
  expect(upright(30, area)).toBe("M30 5V45");
  expect(level(30, area)).toBe("M10 30H90");
});
