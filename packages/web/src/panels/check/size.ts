/** How large the largest relative error of a gradient check is, and what makes it that large. */
import { type CheckedParameter, type GradientCheck, TRUSTED } from "@neural-viz/engine";

/** The sizes to guess among, as powers of ten. */
export const POWERS = ["-2", "-5", "-8", "-11"] as const;
export type Power = (typeof POWERS)[number];

/** The power of ten to guess among that is nearest to an error, on the logarithmic scale. */
export function nearestPower(error: number): Power {
  const exponent = Math.log10(Math.max(error, Number.MIN_VALUE));
  return POWERS.reduce((best, one) =>
    Math.abs(Number(one) - exponent) < Math.abs(Number(best) - exponent) ? one : best,
  );
}

/** The parameter with the largest relative error among those that can be compared; undefined if none can. */
export function worstOf({ parameters }: Pick<GradientCheck, "parameters">): CheckedParameter | undefined {
  return parameters
    .filter(({ verdict }) => verdict === "agrees" || verdict === "differs")
    .reduce<CheckedParameter | undefined>(
      (worst, one) => (worst === undefined || one.relativeError > worst.relativeError ? one : worst),
      undefined,
    );
}

/**
 * Whether rounding of the two losses can make a parameter's error, or only the step can: the part that grows with ε².
 * The bound on rounding is the check's own.
 */
export function causeOf(
  { backprop, finiteDifference, above, below }: CheckedParameter,
  epsilon: number,
): "rounding" | "step" {
  const rounding = (TRUSTED * Number.EPSILON * Math.max(above, below)) / epsilon;
  return Math.abs(backprop - finiteDifference) <= rounding ? "rounding" : "step";
}

/** A power of ten as people write it: 10⁻⁹. */
export function power(value: number): string {
  if (value === 1) return "1";
  const digits = String(-Math.round(Math.log10(value)));
  return `10⁻${digits.replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)}`;
}
