import fc from "fast-check";
import { expect, test } from "vitest";
import { scaleOf } from "../src/ui/plot/scale.ts";
import { anyStop, stopsAt, wholeStops } from "../src/ui/plot/stops.ts";

const linear = scaleOf("linear", [0, 100], [0, 500]);

const anyValues = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 })
  .map((values) => values.toSorted((a, b) => a - b));

test("the nearest of some values is one of them, and none is nearer", () => {
  fc.assert(
    fc.property(anyValues, fc.double({ min: -50, max: 150, noNaN: true }), (values, value) => {
      const found = stopsAt(values, linear).nearest(value);
      expect(values).toContain(found);
      for (const other of values)
        expect(Math.abs(found - value)).toBeLessThanOrEqual(Math.abs(other - value) + 1e-9);
    }),
  );
});

test("on a logarithmic axis, the nearest is by ratio", () => {
  const stops = stopsAt([1, 100], scaleOf("log", [1, 100], [0, 500]));
  expect(stops.nearest(9)).toBe(1);
  expect(stops.nearest(11)).toBe(100);
});

test("the keys go through all values in order, and stay at the ends", () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const stops = stopsAt(values, linear);
      const last = values.length - 1;
      values.forEach((value, i) => {
        expect(stops.next(value, 1, false)).toBe(values[Math.min(last, i + 1)]);
        expect(stops.next(value, -1, false)).toBe(values[Math.max(0, i - 1)]);
      });
    }),
  );
});

test("from between two values the keys go to either of them", () => {
  const stops = stopsAt([0, 10, 20], linear);
  expect(stops.next(8, 1, false)).toBe(10);
  expect(stops.next(12, -1, false)).toBe(10);
});

test("whole numbers: about fifty coarse steps cross all, fine ones skip none, and none leaves the axis", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (last) => {
      const stops = wholeStops(last);
      expect(stops.nearest(-3)).toBe(0);
      expect(stops.nearest(last + 0.4)).toBe(last);
      expect(stops.next(0, 1, true)).toBe(Math.min(1, last));
      expect(stops.next(last, 1, false)).toBe(last);
      expect(stops.next(0, -1, false)).toBe(0);
      let at = 0;
      for (let i = 0; i < 75; i++) at = stops.next(at, 1, false);
      expect(Number.isInteger(at)).toBe(true);
      expect(at).toBe(last);
    }),
  );
});

test("any number of an interval can be read, in eighty steps", () => {
  const stops = anyStop([-4, 4]);
  expect(stops.nearest(1.234)).toBe(1.234);
  expect(stops.nearest(-9)).toBe(-4);
  let at = -4;
  for (let i = 0; i < 79; i++) at = stops.next(at, 1, false);
  expect(at).toBeLessThan(4);
  expect(stops.next(at, 1, false)).toBeCloseTo(4, 9);
  expect(stops.next(4, 1, false)).toBe(4);
});
