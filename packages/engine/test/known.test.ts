/** What is known of wrong numbers that no known mistake makes. */
import { type Difference, knownOfMistake, ratioText } from "@neural-viz/engine";
import { expect, test } from "vitest";

const gradient = (yours: number, ours: number, i = 1): Difference => ({
  t: 0,
  stage: "gradient",
  id: `gb.1.${i}@0` as Difference["id"],
  yours,
  ours,
  tolerance: 1e-12,
});
const ratioOf = (...pairs: readonly (readonly [yours: number, ours: number])[]) => {
  const besideFirst = pairs.map(([yours, ours], i) => gradient(yours, ours, i + 1));
  return knownOfMistake({ first: besideFirst[0], besideFirst }).ratio;
};

test("a ratio is that of two numbers or more, all of them finite", () => {
  expect(ratioOf([1, 2])).toBeUndefined();
  expect(ratioOf([1, 2], [1, 0])).toBeUndefined();
  expect(ratioOf([1, 2], [NaN, 1])).toBeUndefined();
  expect(ratioOf([1, 2], [6, 3])).toEqual({ low: 0.5, high: 2, constant: false, count: 2, clipped: false });
});

test("one factor from 0 to 1 is what clipping does to gradients", () => {
  expect(ratioOf([1, 4], [-2, -8])).toMatchObject({ constant: true, clipped: true });
  expect(ratioOf([5, 4], [-10, -8])).toMatchObject({ constant: true, clipped: false });
  expect(ratioOf([-1, 4], [2, -8])).toMatchObject({ constant: true, clipped: false });
  const first: Difference = { ...gradient(1, 4), stage: "update" };
  expect(knownOfMistake({ first, besideFirst: [first, first] }).ratio).toMatchObject({ clipped: false });
});

test("a ratio that isn't 1 never reads as 1", () => {
  expect(ratioText(ratioOf([1, 4], [2, 8])!)).toEqual(["0.2500"]);
  expect(ratioText(ratioOf([1, 4], [4, 8])!)).toEqual(["0.2500", "0.5000"]);
  expect(ratioText(ratioOf([0.9999996, 1], [1.0000003, 1])!)).toEqual(["0.9999996", "1.0000003"]);
  expect(ratioText(ratioOf([1.00000048, 1], [2.00000096, 2])!)).toEqual(["1.0000005"]);
});
