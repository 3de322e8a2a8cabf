import fc from "fast-check";
import { expect, test } from "vitest";
import { optimizers } from "@neural-viz/engine";
import { sliderScale, type SliderRange } from "../src/ui/kit/sliderScale.ts";

const hyperparameters = Object.entries(optimizers).flatMap(([name, { hyper }]) =>
  Object.values(hyper).map(({ label, min, max, scale }): [string, SliderRange] => [
    `${name}: ${label}`,
    { min, max, scale, ...(scale === "linear" ? { step: 0.001 } : {}) },
  ]),
);
const ranges: [string, SliderRange][] = [
  ...hyperparameters,
  ["noise", { min: 0, max: 0.5, step: 0.005 }],
  ["points", { min: 4, max: 500, step: 1 }],
  ["no step", { min: -1, max: 1 }],
];

/** Every position that a native range input can take. */
function positionsOf({ first, last, step }: ReturnType<typeof sliderScale>): number[] {
  const count = Math.floor((last - first) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => first + i * step);
}

test.each(ranges)("%s: the ends of the slider are the ends of the range", (_, range) => {
  const { first, last, valueAt, positionOf } = sliderScale(range);
  expect([valueAt(first), valueAt(last)]).toEqual([range.min, range.max]);
  expect([positionOf(range.min), positionOf(range.max)]).toEqual([first, last]);
});

test.each(ranges)("%s: every position is recovered from its value, and no two are the same", (_, range) => {
  const scale = sliderScale(range);
  const positions = positionsOf(scale);
  const values = positions.map(scale.valueAt);
  values.forEach((value, i) => expect(scale.positionOf(value)).toBeCloseTo(positions[i]!, 9));
  for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1]!);
});

test.each(ranges)("%s: larger values are never further left, and none is off the track", (_, range) => {
  const { first, last, positionOf } = sliderScale(range);
  const anyValue = fc.double({ min: range.min, max: range.max, noNaN: true });
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(positionOf(Math.min(a, b))).toBeLessThanOrEqual(positionOf(Math.max(a, b)));
      expect(positionOf(a)).toBeGreaterThanOrEqual(first);
      expect(positionOf(a)).toBeLessThanOrEqual(last);
    }),
  );
});

test("an arrow key on a linear slider moves one step, without rounding noise", () => {
  const { first, step, valueAt } = sliderScale({ min: 0, max: 0.5, step: 0.005 });
  expect(step).toBe(0.005);
  expect(Array.from({ length: 8 }, (_, i) => valueAt(first + i * step))).toEqual([
    0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035,
  ]);
  expect(valueAt(0.1 + 0.2)).toBe(0.3);
});

test("on a logarithmic slider equal steps are equal ratios, to the two digits shown", () => {
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 3 }), fc.integer({ min: 1, max: 10 }), (power, decades) => {
      const [min, max] = [Number(`1e${power}`), Number(`1e${power + decades}`)];
      const scale = sliderScale({ min, max, scale: "log" });
      expect(scale.last - scale.first).toBe(20 * decades); // 0.05 decades per step
      for (const position of positionsOf(scale)) {
        const value = scale.valueAt(position);
        expect(Math.abs(value / (min * 10 ** (position / 20)) - 1)).toBeLessThanOrEqual(0.05);
        expect(Number(value.toPrecision(2))).toBe(value);
        expect(scale.positionOf(value)).toBe(position);
      }
    }),
  );
});
