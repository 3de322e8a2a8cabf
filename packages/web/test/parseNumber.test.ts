import { expect, test } from "vitest";
import { parseNumber } from "../src/ui/kit/parseNumber.ts";

test.each([
  ["0.5", 0.5],
  [" -3 ", -3],
  ["\u22120,25", -0.25],
  ["1e-4", 1e-4],
  ["2 × 10^-3", 2e-3],
  ["2×103", 2e3],
  ["1/4", 0.25],
  ["\u22121 / 8", -0.125],
  ["0,5\u20442", 0.25],
])("“%s” is a number", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(["", " ", "a", "1 2", "1,2,3", "--1", "×10", "1/", "/2", "1/0", "1/2/3"])(
  "“%s” isn't a number",
  (text) => {
    expect(parseNumber(text)).toBeNaN();
  },
);
