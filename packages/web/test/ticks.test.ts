import fc from "fast-check";
import { expect, test } from "vitest";
import { linearTicks, logTicks } from "../src/ui/plot/ticks.ts";

test.each([
  [300, 6, [0, 50, 100, 150, 200, 250, 300]],
  [1000, 5, [0, 200, 400, 600, 800, 1000]],
  [0.72, 4, [0, 0.2, 0.4, 0.6]],
  [7, 3.5, [0, 2, 4, 6]],
  [0.3, 3, [0, 0.1, 0.2, 0.3]],
])("from 0 to %d, at most about %d numbers: %j", (max, most, ticks) => {
  expect(linearTicks(max, most)).toEqual(ticks);
});

const anyMax = fc.oneof(
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 1e8 }),
  fc.integer({ min: -9, max: 9 }).map((n) => Number(`1e${n}`)),
);

test("a linear axis goes up from 0 in equal steps of 1, 2 or 5 times a power of ten, up to its maximum", () => {
  fc.assert(
    fc.property(anyMax, fc.double({ min: 2, max: 20, noNaN: true }), (max, most) => {
      const ticks = linearTicks(max, most);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeGreaterThan(1);
      const step = ticks[1]!;
      expect(["1", "2", "5"]).toContain(step.toExponential().split("e")[0]);
      ticks.forEach((tick, i) => expect(Math.abs(tick - i * step)).toBeLessThanOrEqual(1e-11 * max));
      expect(ticks.at(-1)!).toBeLessThanOrEqual(max * (1 + 1e-9));
      expect(ticks.at(-1)! + step).toBeGreaterThan(max * (1 - 1e-9));
    }),
  );
});

test("a linear axis doesn't exceed the requested numbers, and leaves less than three fifths of the room unused", () => {
  fc.assert(
    fc.property(anyMax, fc.double({ min: 2, max: 20, noNaN: true }), (max, most) => {
      const steps = linearTicks(max, most).length - 1;
      expect(steps).toBeLessThanOrEqual(most * (1 + 1e-9));
      // The next finer step, at most 2.5 times as fine, would have been too many.
      expect(2.5 * (steps + 1)).toBeGreaterThan(most * (1 - 1e-9));
    }),
  );
});

test("an axis of length 0 has only 0", () => {
  expect(linearTicks(0, 5)).toEqual([0]);
  expect(linearTicks(NaN, 5)).toEqual([0]);
});

test.each([
  [0.4, 1.2, [1, 0.5], []],
  [0.03, 1.2, [0.1, 1], [0.05, 0.2, 0.5]],
  [0.1, 10, [0.1, 1, 10], [0.2, 0.5, 2, 5]],
  [0.5e-10, 1.2, [1e-9, 1e-6, 1e-3, 1], []],
])("between %d and %d a logarithmic axis labels %j and marks %j", (low, high, major, minor) => {
  expect(logTicks(low, high)).toEqual({ major, minor });
});

const anySpan = fc
  .tuple(fc.double({ min: -14, max: 6, noNaN: true }), fc.double({ min: 0.5, max: 14, noNaN: true }))
  .map(([from, decades]) => [10 ** from, 10 ** (from + decades)] as const);

test("a logarithmic axis labels at most 5 powers of ten, equally far apart, always with the highest", () => {
  fc.assert(
    fc.property(anySpan, ([low, high]) => {
      const { major, minor } = logTicks(low, high);
      const inside = Array.from({ length: 60 }, (_, i) => Number(`1e${i - 30}`)).filter(
        (power) => power >= low * 0.999 && power <= high * 1.001,
      );
      for (const tick of [...major, ...minor]) {
        expect(tick).toBeGreaterThanOrEqual(low * 0.999);
        expect(tick).toBeLessThanOrEqual(high * 1.001);
        expect(["1", "2", "5"]).toContain(tick.toExponential().split("e")[0]);
      }
      if (inside.length < 2) return;
      expect(major.length).toBeGreaterThan(1);
      expect(major.length).toBeLessThanOrEqual(5);
      expect(major.at(-1)).toBe(inside.at(-1));
      const indices = major.map((power) => inside.indexOf(power));
      expect(indices).not.toContain(-1);
      const gaps = new Set(indices.slice(1).map((index, i) => index - indices[i]!));
      expect(gaps.size).toBe(1);
    }),
  );
});

test("a short logarithmic axis labels every 1, 2 or 5 times a power of ten on it", () => {
  fc.assert(
    fc.property(anySpan, ([low, high]) => {
      const round = Array.from({ length: 60 }, (_, i) => [1, 2, 5].map((m) => Number(`${m}e${i - 30}`)))
        .flat()
        .filter((value) => value >= low * 0.999 && value <= high * 1.001);
      const powers = round.filter((value) => value.toExponential().startsWith("1e"));
      const { major } = logTicks(low, high);
      fc.pre(powers.length < 2);
      expect(major.toSorted((a, b) => a - b)).toEqual(round);
    }),
  );
});

test("with room for few numbers a logarithmic axis labels few, including the largest", () => {
  expect(logTicks(0.5e-3, 1.2, 2).major).toEqual([1e-2, 1]);
  expect(logTicks(0.5e-3, 1.2, 4).major).toEqual([1e-3, 1e-2, 1e-1, 1]);
  expect(logTicks(0.15, 1.2, 2)).toEqual({ major: [1, 0.2], minor: [0.5] });
  expect(logTicks(0.5e-3, 1.2, 100).major).toEqual([1e-3, 1e-2, 1e-1, 1]);
});
