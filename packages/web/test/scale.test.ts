import fc from "fast-check";
import { expect, test } from "vitest";
import { clamped, isDrawable, scaleOf } from "../src/ui/plot/scale.ts";

const anyRange = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 10, max: 2000 }), fc.boolean())
  .map(([from, long, turned]) => (turned ? ([from + long, from] as const) : ([from, from + long] as const)));

const anyLinear = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([from, long]) => [from, from + long] as const);

const anyLog = fc
  .tuple(fc.double({ min: -14, max: 6, noNaN: true }), fc.double({ min: 0.1, max: 14, noNaN: true }))
  .map(([from, decades]) => [10 ** from, 10 ** (from + decades)] as const);

const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

test("on a linear scale, equal shares of the domain are equal shares of the range", () => {
  fc.assert(
    fc.property(anyLinear, anyRange, anyShare, ([low, high], [start, end], share) => {
      const position = scaleOf("linear", [low, high], [start, end])(low + share * (high - low));
      expect(Math.abs(position - (start + share * (end - start)))).toBeLessThan(1e-3);
    }),
  );
});

test("on a logarithmic scale, equal ratios are equally far apart, from one end of the range to the other", () => {
  fc.assert(
    fc.property(anyLog, anyRange, anyShare, ([low, high], [start, end], share) => {
      const position = scaleOf("log", [low, high], [start, end]);
      expect(position(low)).toBeCloseTo(start, 6);
      expect(position(high)).toBeCloseTo(end, 6);
      expect(position(low * (high / low) ** share)).toBeCloseTo(start + share * (end - start), 6);
    }),
  );
});

test("inverting a position gives its value", () => {
  fc.assert(
    fc.property(
      anyLog,
      anyRange,
      anyShare,
      fc.constantFrom("linear", "log"),
      (domain, range, share, kind) => {
        const scale = scaleOf(kind, domain, range);
        const position = range[0] + share * (range[1] - range[0]);
        expect(scale(scale.invert(position))).toBeCloseTo(position, 4);
      },
    ),
  );
});

test("a domain of length 0 maps to the middle", () => {
  expect(scaleOf("linear", [3, 3], [10, 30])(3)).toBe(20);
  expect(scaleOf("log", [3, 3], [30, 10])(3)).toBe(20);
});

test("a clamped scale maps values outside to the ends, and agrees with the scale elsewhere", () => {
  const scale = scaleOf("log", [1e-3, 1], [100, 0]);
  expect([0, -1, 1e-9, 1e-3, 1, 7, Infinity].map(clamped(scale)).map(Math.round)).toEqual([
    100, 100, 100, 100, 0, 0, 0,
  ]);
  expect(clamped(scale)(0.1)).toBe(scale(0.1));
  expect(clamped(scale)(NaN)).toBeNaN();
});

test.each([
  ["linear", [0, -1, 2], [NaN, Infinity, -Infinity]],
  ["log", [1e-300, 1, 2], [0, -1, NaN, Infinity]],
] as const)("a %s axis can draw %j and can't draw %j", (kind, drawn, not) => {
  expect(drawn.every((value) => isDrawable(kind, value))).toBe(true);
  expect(not.some((value) => isDrawable(kind, value))).toBe(false);
});

test("the ticks of a scale are within its domain", () => {
  expect(scaleOf("linear", [0, 300], [0, 1]).ticks(6).major).toEqual([0, 50, 100, 150, 200, 250, 300]);
  expect(scaleOf("linear", [0.3, 0.72], [0, 1]).ticks(4).major).toEqual([0.4, 0.6]);
  expect(scaleOf("log", [0.03, 1.2], [0, 1]).ticks(5)).toEqual({ major: [0.1, 1], minor: [0.05, 0.2, 0.5] });
});
