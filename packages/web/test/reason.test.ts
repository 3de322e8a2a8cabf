import { describe, expect, test } from "vitest";
import { reasonOf } from "../src/panels/step/reason.ts";

/** A step along a function of the share of it: its slope at 0 predicts, its values are exact. */
function along(f: (share: number) => number, slope: number) {
  const shares = Float64Array.from({ length: 18 }, (_, i) => -0.2 + i / 10);
  return { t: 1, shares, values: shares.map(f), before: f(0), after: f(1), predicted: slope };
}

describe("why an update misses its prediction", () => {
  test("a parabola with its minimum at 30% of the step ends higher than it began", () => {
    // (s − 0.3)², slope −0.6 at 0; 0.49 at 1, above 0.09 at 0.
    const reason = reasonOf(along((s) => (s - 0.3) ** 2, -0.6));
    expect(reason?.kind).toBe("past");
    expect((reason as { share: number }).share).toBeCloseTo(0.3, 12);
  });

  test("it flattens where a parabola opens upward, steepens where it opens downward", () => {
    // −2s + s²: falls by 1 of the 2 predicted. −s − s²: falls by 2, predicted 1.
    expect(reasonOf(along((s) => -2 * s + s * s, -2))).toEqual({ kind: "flattens" });
    expect(reasonOf(along((s) => -s - s * s, -1))).toEqual({ kind: "steepens" });
  });

  test("a line does what its slope predicts, up to 5%", () => {
    expect(reasonOf(along((s) => 3 - s, -1))).toEqual({ kind: "straight" });
    expect(reasonOf(along((s) => -s + 0.049 * s * s, -1))).toEqual({ kind: "straight" });
    expect(reasonOf(along((s) => -s + 0.051 * s * s, -1))).toEqual({ kind: "flattens" });
  });

  test("momentum can lead uphill", () => {
    expect(reasonOf(along((s) => s, 1))).toEqual({ kind: "uphill" });
  });

  test("there is nothing to explain without a slope or after a divergence", () => {
    expect(reasonOf(along((s) => s * s, 0))).toBeUndefined();
    expect(reasonOf(along((s) => (s === 1 ? Infinity : -s), -1))).toBeUndefined();
  });
});
