import fc from "fast-check";
import { expect, test } from "vitest";
import { gradientFraction, strokeDash, strokeWidth } from "../src/areas/network/stroke.ts";
import { pick } from "../src/ui/plot/color.ts";

test.each([
  [0, 1],
  [0.1, 1.5],
  [-0.4, 2],
  [1.6, 3],
  [-3.6, 4],
  [10, 6],
  [-10, 6],
  [1000, 6],
  [-Infinity, 6],
])("a weight of %d is %d px wide", (w, width) => {
  expect(strokeWidth(w)).toBeCloseTo(width, 12);
});

const anyWeight = fc.oneof(
  fc.double({ min: -12, max: 12, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

test("a line is 1 + 5·√(|w| / 10) px wide, and at most 6", () => {
  fc.assert(
    fc.property(anyWeight, (w) => {
      expect(strokeWidth(w)).toBeCloseTo(Math.min(6, 1 + 5 * Math.sqrt(Math.abs(w) / 10)), 12);
    }),
  );
});

test("a line is solid unless its weight is negative", () => {
  expect([0, -0, 0.3, 10, Infinity, NaN].map(strokeDash)).toEqual(Array.from({ length: 6 }, () => "none"));
});

test.each([
  // 1.6 · width + 3 and 0.7 · width + 2.5
  [-1e-12, "4.6 3.2"],
  [-1.6, "7.8 4.6"],
  [-10, "12.6 6.7"],
  [-500, "12.6 6.7"],
])("the dashes of a weight of %d are %s", (w, dash) => {
  expect(strokeDash(w)).toBe(dash);
});

test("dashes are longer than the line's width and their gaps, and grow with the weight", () => {
  const dashOf = (w: number) => strokeDash(w).split(" ").map(Number) as [number, number];
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 20, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (w, more) => {
        const [dash, gap] = dashOf(-w);
        expect(dash).toBeGreaterThan(strokeWidth(w));
        expect(dash).toBeGreaterThan(gap);
        expect(gap).toBeGreaterThan(0);
        const [wider, widerGap] = dashOf(-w * more);
        expect(wider).toBeGreaterThanOrEqual(dash);
        expect(widerGap).toBeGreaterThanOrEqual(gap);
      },
    ),
  );
});

test.each([
  [0, 0],
  [NaN, 0],
  [1e-9, 0],
  [1e-6, 0],
  [-1e-3, 0.5],
  [10 ** -1.5, 0.75],
  [1, 1],
  [-1e4, 1],
  [Infinity, 1],
])("a gradient of %d is at %d of the scale from 10⁻⁶ to 1", (g, fraction) => {
  expect(gradientFraction(g)).toBeCloseTo(fraction, 12);
});

test("a gradient ten times as large is a sixth of the scale further, until the scale ends", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.1, minExcluded: true, noNaN: true }), (g) => {
      expect(gradientFraction(10 * g) - gradientFraction(-g)).toBeCloseTo(1 / 6, 9);
    }),
  );
});

test("the ends of the scale have the first and last color, and every fraction has one", () => {
  const colors = ["gray", "rose", "magenta", "plum"];
  expect([0, 1 / 3, 2 / 3, 1].map((fraction) => pick(colors, fraction))).toEqual(colors);
  fc.assert(
    fc.property(anyWeight, (g) => {
      expect(colors).toContain(pick(colors, gradientFraction(g)));
    }),
  );
});
