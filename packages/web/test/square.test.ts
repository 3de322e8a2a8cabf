/** Where points are in a picture, and back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { countOutside, distanceFrom, inputsAt, inSquare, spotOf } from "../src/ui/plot/square.ts";

const wide = {
  domain: [
    [-2, 6],
    [0, 1],
    [10, 20],
  ],
  axes: [3, 1],
  through: [2, 0.25, 15],
} as const;

test("shares of the domain along the axes: input 3 across, input 1 upward", () => {
  expect(spotOf(wide, [2, 0.9, 12.5])).toEqual({ x1: 0.25, x2: 0.5 });
  expect(inputsAt(wide, { x1: 0.25, x2: 0.5 })).toEqual([2, 0.25, 12.5]);
  expect(spotOf({ domain: [[0, 4]], axes: [1], through: [2] }, [3])).toEqual({ x1: 0.75, x2: 0.5 });
});

test("in the unit square a spot is the input itself, to the last bit, and goes there and back", () => {
  const unit = {
    domain: [
      [0, 1],
      [0, 1],
    ],
    axes: [1, 2],
    through: [0.5, 0.5],
  } as const;
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (a, b) => {
        expect(spotOf(unit, [a, b])).toEqual({ x1: a, x2: b });
        expect(inputsAt(unit, { x1: a, x2: b })).toEqual([a, b]);
        expect(inSquare({ x1: a, x2: b })).toBe(true);
      },
    ),
  );
});

test("points outside the domain in any input are counted", () => {
  const inputs = [
    Float64Array.of(-2, 6, 6.1, 0, Number.NaN),
    Float64Array.of(0, 1, 0.5, 1.5, 0.5),
    Float64Array.of(10, 20, 15, 15, 15),
  ];
  expect(countOutside(inputs, wide.domain)).toBe(3);
});

test("the distance from the plane counts only the inputs that it doesn't show", () => {
  expect(distanceFrom(wide, [6, 0.25, 20])).toBe(0);
  expect(distanceFrom(wide, [6, 0.75, 20])).toBe(0.5);
});
