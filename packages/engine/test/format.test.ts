import fc from "fast-check";
import { expect, test } from "vitest";
import { format, formatProbability } from "@neural-viz/engine";

test.each([
  [0, "0"],
  [-0, "0"],
  [0.5, "0.5000"],
  [-0.9075, "−0.9075"],
  [0.001, "0.001000"],
  [12345.6, "12350"],
  [1234.56, "1235"],
  [99999.9, "1.00×10⁵"],
  [1.234e-9, "1.23×10⁻⁹"],
  [-2.5e12, "−2.50×10¹²"],
  [NaN, "NaN"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
])("%d prints as %s", (value, text) => {
  expect(format(value)).toBe(text);
});

test("a probability that is not 1 never prints as 1", () => {
  expect(formatProbability(0.9997)).toBe("0.99970");
  expect(formatProbability(0.9999999)).toBe("0.9999999");
  expect(formatProbability(1)).toBe("1.000");
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 1, maxExcluded: true, noNaN: true }), (p) => {
      const text = formatProbability(p);
      expect(text.startsWith("1 − ") || Number(text) < 1).toBe(true);
    }),
  );
});

test("what is printed is within half a unit of the last digit printed", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
      const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
      const ascii = format(value)
        .replace("−", "-")
        .replace("×10", "e")
        .replace("⁻", "-")
        .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)));
      expect(Math.abs(Number(ascii) - value)).toBeLessThanOrEqual(0.00501 * Math.abs(value));
    }),
  );
});
