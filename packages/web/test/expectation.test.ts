/** Guesses at a tool's result, and what answers them. The expected values are by hand. */
import type { CheckedParameter } from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { missedBecause } from "../src/panels/bugs/missed.ts";
import { causeOf, nearestPower, worstOf } from "../src/panels/check/size.ts";
import { lowestOf as lowestLane, reachedAfter, reasonOf } from "../src/panels/race/lowest.ts";
import { lowestOf as lowestPoint } from "../src/panels/surface/lowest.ts";

const curve = (...losses: number[]): Float64Array => Float64Array.from(losses);

describe("a race", () => {
  test("the lowest lane is the first with the lowest finite loss at the end", () => {
    expect(lowestLane([0.3, 0.2, NaN, 0.2])).toBe(1);
    expect(lowestLane([NaN, 5])).toBe(1);
    expect(lowestLane([NaN, Infinity])).toBeUndefined();
  });

  test("the epoch at which a lane got down to a loss", () => {
    expect(reachedAfter(curve(1, 0.6, 0.4, 0.5), 0.5)).toBe(2);
    expect(reachedAfter(curve(1, 0.6, 0.4, 0.5), 0.1)).toBeUndefined();
  });

  test("why a lane isn't the lowest", () => {
    expect(reasonOf(curve(1, 0.5, NaN))).toEqual({ kind: "diverged" });
    expect(reasonOf(curve(1, 0.2, 0.4, 0.5))).toEqual({ kind: "rose", loss: 0.2, after: 1 });
    expect(reasonOf(curve(1, 0.9, 0.8, 0.7, 0.6))).toEqual({ kind: "falling" });
    expect(reasonOf(curve(1, 0.5, 0.3, 0.3, 0.3))).toEqual({ kind: "slower" });
    // Half a percent above its lowest is level, not risen.
    expect(reasonOf(curve(1, 0.5, 0.199, 0.2, 0.2))).toEqual({ kind: "slower" });
  });
});

describe("a slice of the loss", () => {
  test("its lowest point, with the way there downhill", () => {
    const losses = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 5, 4, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
    expect(lowestPoint(curve(...losses), 5)).toEqual({
      row: 2,
      column: 4,
      loss: 3,
      middle: 5,
      inMiddle: false,
      downhill: true,
      atEdge: true,
    });
  });

  test("beyond higher ground, and not at the edge", () => {
    const losses = Array.from({ length: 49 }, (_, i) => (i === 24 ? 5 : i === 8 ? 2 : 9));
    const found = lowestPoint(curve(...losses), 7);
    expect(found).toMatchObject({ row: 1, column: 1, downhill: false, atEdge: false });
  });

  test("where all is level, the middle is as low as any", () => {
    const losses = [1, 1, 1, 1, 1, 1, NaN, 1, 1];
    expect(lowestPoint(curve(...losses), 3)).toMatchObject({
      row: 1,
      column: 1,
      inMiddle: true,
      atEdge: false,
    });
    expect(lowestPoint(curve(NaN), 1)).toBeUndefined();
  });
});

describe("a gradient check", () => {
  const parameter = (patch: Partial<CheckedParameter>): CheckedParameter => ({
    id: "w",
    backprop: 0.1,
    finiteDifference: 0.1,
    relativeError: 0,
    above: 1,
    below: 1,
    kink: false,
    saturated: false,
    verdict: "agrees",
    ...patch,
  });

  test("the nearest size on the logarithmic scale", () => {
    expect(nearestPower(1)).toBe("-2");
    // The middle between 10⁻² and 10⁻⁵ is 10⁻³·⁵ = 3.16 × 10⁻⁴.
    expect(nearestPower(3.2e-4)).toBe("-2");
    expect(nearestPower(3.1e-4)).toBe("-5");
    expect(nearestPower(4e-9)).toBe("-8");
    expect(nearestPower(0)).toBe("-11");
  });

  test("the largest error is among those that can be compared", () => {
    const kept = parameter({ id: "b", relativeError: 1e-7 });
    const parameters = [
      parameter({ relativeError: 1e-9 }),
      kept,
      parameter({ relativeError: 1, verdict: "kink" }),
    ];
    expect(worstOf({ parameters })).toBe(kept);
    expect(worstOf({ parameters: parameters.slice(2) })).toBeUndefined();
  });

  // 64 rounding errors of a loss of 1 are 64 × 2.2 × 10⁻¹⁶ = 1.4 × 10⁻¹⁴, to be divided by ε.
  test("an error that rounding can't reach comes from the step", () => {
    expect(causeOf(parameter({ finiteDifference: 0.1 + 1e-6 }), 1e-2)).toBe("step");
    expect(causeOf(parameter({ finiteDifference: 0.1 + 1e-6 }), 1e-10)).toBe("rounding");
    expect(causeOf(parameter({ finiteDifference: 0.1 + 1e-3 }), 1e-10)).toBe("step");
  });
});

test("why the check misses a bug", () => {
  expect(missedBecause("lossSummed", [{ verdict: "agrees" }])).toBe("reportsOnly");
  expect(missedBecause("signFlipped", [{ verdict: "agrees" }, { verdict: "overflow" }])).toBe("overflow");
  expect(missedBecause("signFlipped", [{ verdict: "agrees" }, { verdict: "saturated" }])).toBe("notCompared");
  expect(missedBecause("biasForgotten", [{ verdict: "agrees" }])).toBe("agrees");
});
