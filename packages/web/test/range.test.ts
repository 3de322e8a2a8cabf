import { expect, test } from "vitest";
import { rangeFor } from "../src/panels/own/range.ts";

test("a fresh plane reaches beyond the values by 30% of their range, or by 0.3 if they are all the same", () => {
  expect(rangeFor([2, 12, 7])).toEqual([-1, 15]);
  expect(rangeFor([4])).toEqual([3.7, 4.3]);
});

test("it stays while the values fit it, grows when one comes near its edge, and shrinks around a few", () => {
  const before = [-1, 15] as const;
  expect(rangeFor([2, 7], before)).toBe(before);
  expect(rangeFor([0, 14], before)).toBe(before);
  expect(rangeFor([5, 14.5], before)).toEqual([5 - 0.3 * 9.5, 14.5 + 0.3 * 9.5]);
  expect(rangeFor([-0.5, 9.5], before)).toEqual([-3.5, 12.5]);
  expect(rangeFor([7, 8], before)).toEqual([6.7, 8.3]);
});

test("a plane that has just been made fits its own values", () => {
  for (const values of [[0], [1, 2], [-5, 5, 1e6], [1e-9, 2e-9]]) {
    const fresh = rangeFor(values);
    expect(rangeFor(values, fresh)).toBe(fresh);
  }
});
