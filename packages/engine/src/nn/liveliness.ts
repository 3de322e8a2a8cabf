/**
 * Whether a hidden unit can still learn from its samples: where f′(z) is nearly 0, so is its error signal δ.
 */
import { type ActivationName, activations } from "./activations.ts";

/** A sample is on flat ground where f′(z) is below this share of the largest slope the activation has. */
export const FLAT = 0.01;
/** A unit is saturated when at least this share of the samples is on flat ground. */
export const MOSTLY = 0.95;

/** Whether a hidden unit can still learn. */
export interface Liveliness {
  /** Dead: a ReLU that puts out 0 for every sample, whose gradients are exactly 0. */
  readonly state: "dead" | "saturated" | "alive";
  /** Samples on flat ground. */
  readonly flat: number;
  readonly count: number;
}

/** How lively a unit with these outputs a = f(z) is, one for each sample. */
export function liveliness(name: ActivationName, outputs: Float64Array): Liveliness {
  const { slope, steepest } = activations[name];
  const flat = outputs.reduce((sum, a) => sum + Number(Math.abs(slope(a)) < FLAT * steepest), 0);
  const count = outputs.length;
  const dead = name === "relu" && flat === count;
  return { state: dead ? "dead" : flat >= MOSTLY * count ? "saturated" : "alive", flat, count };
}
