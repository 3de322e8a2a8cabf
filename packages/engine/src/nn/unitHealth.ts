/** Whether a hidden unit can still learn from its samples: where f′(z) is nearly 0, so is its error signal δ. */
import { type ActivationName, activations } from "./activations.ts";

/** A unit is saturated for a sample if |f′(z)| is below this fraction of the activation's largest slope. */
export const SATURATED_SLOPE = 0.01;
/** A unit is saturated if it is saturated for at least this share of the samples. */
export const SATURATED_SHARE = 0.95;

/** Whether a hidden unit can still learn. */
export interface UnitHealth {
  /** "dead" is a ReLU that outputs 0 for every sample, so that its gradients are exactly 0. */
  readonly state: "dead" | "saturated" | "active";
  /** The number of samples for which |f′(z)| is below `SATURATED_SLOPE` of its largest value. */
  readonly saturatedSamples: number;
  /** The number of samples. */
  readonly count: number;
}

/** The health of a unit with this activation. `outputs` holds its output a = f(z) for each sample. */
export function unitHealth(name: ActivationName, outputs: Float64Array): UnitHealth {
  const { slope, steepest } = activations[name];
  const threshold = SATURATED_SLOPE * steepest;
  const saturatedSamples = outputs.reduce((sum, a) => sum + Number(Math.abs(slope(a)) < threshold), 0);
  const count = outputs.length;
  const dead = name === "relu" && saturatedSamples === count;
  const saturated = saturatedSamples >= SATURATED_SHARE * count;
  return { state: dead ? "dead" : saturated ? "saturated" : "active", saturatedSamples, count };
}
