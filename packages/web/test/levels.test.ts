import fc from "fast-check";
import { expect, test } from "vitest";
import { contourLevels, roundNumbers } from "../src/ui/plot/levels.ts";

test("ticks are round, within the range and not too many", () => {
  expect(roundNumbers(-1, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(roundNumbers(2.13, 8.13, 5)).toEqual([4, 6, 8]);
  expect(roundNumbers(0.0712, 0.0788, 5)).toEqual([0.072, 0.074, 0.076, 0.078]);
  expect(roundNumbers(3, 3, 5)).toEqual([]);
  const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(number, fc.double({ min: 1e-2, max: 1e3, noNaN: true }), (low, width) => {
      const ticks = roundNumbers(low, low + width, 5);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const tick of ticks)
        expect(Math.abs(tick - low - width / 2)).toBeLessThanOrEqual(width * 0.500001);
    }),
  );
});

test("contour levels of a loss over decades are 1, 2 and 5; over many decades, powers of ten", () => {
  expect(contourLevels(0.004, 1.3)).toEqual([0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
  expect(contourLevels(3e-7, 4)).toEqual([1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1]);
});

test("contour levels of a nearly constant loss are evenly spaced", () => {
  expect(contourLevels(0.6512, 0.7488)).toEqual([0.66, 0.68, 0.7, 0.72, 0.74]);
  expect(contourLevels(0.5, 0.5)).toEqual([]);
  expect(contourLevels(0.5, Infinity)).toEqual([]);
});
