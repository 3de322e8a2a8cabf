import { expect, test } from "vitest";
import { read } from "../src/panels/own/table.ts";

/** What is made of a text; fails if it can't be read. */
function taken(text: string, keep: boolean) {
  const found = read(text, undefined, keep);
  if (found?.taken.ok !== true) throw new Error(`can't be read: ${text}`);
  return found.taken.value;
}

test("inputs that aren't to be rescaled stay as typed, and the domain is their box", () => {
  const { data, words } = taken("age,height,sick\n30,170,no\n60,180,yes\n40,175,no", true);
  expect(data.samples).toEqual([
    [30, 170, 0],
    [60, 180, 1],
    [40, 175, 0],
  ]);
  expect(data.map).toBeUndefined();
  expect(data.domain).toEqual([
    [30, 60],
    [170, 180],
  ]);
  expect(words).toContain("aren’t rescaled");
  expect(words).toContain("x₁ from 30.00 to 60.00, x₂ from 170.0 to 180.0");
});

test("the same for values, and otherwise they are scaled into [0, 1]", () => {
  const text = "x,y\n-2,0.5\n0,1.5\n2,7\n";
  expect(taken(text, true).data).toMatchObject({
    targets: "values",
    samples: [
      [-2, 0.5],
      [0, 1.5],
      [2, 7],
    ],
    domain: [[-2, 2]],
  });
  const scaled = taken(text, false).data;
  expect(scaled.samples).toEqual([
    [0, 0.5],
    [0.5, 1.5],
    [1, 7],
  ]);
  expect(scaled).not.toHaveProperty("domain");
});

test.each(["0.2,0.8,0\n0.7,0.3,1", "x,y\n0.1,3\n0.5,2\n0.9,8"])(
  "a table within [0, 1] is the same either way: %s",
  (text) => {
    expect(taken(text, true)).toEqual(taken(text, false));
  },
);
