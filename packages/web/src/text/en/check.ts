import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // CheckTable
  parameter: "Parameter",
  backprop: "Backprop",
  finiteDifference: "Finite difference",
  relativeError: "Relative error",
  verdict: "Verdict",
  allWeightsAndBiases: "All weights and biases",

  // ErrorCurve
  smallestError: (error: string, epsilon: string) =>
    `The smallest error is ${error}, at ε = ${epsilon}. A larger ε misses how the loss curves (truncation). A smaller ε subtracts two nearly equal losses (cancellation).`,
  errorCurve: (error: string) =>
    `Relative error against ε, from 10⁻¹² to 10⁻¹; about ${error} at the current ε`,

  // View
  gradientCheck: "Gradient check",
  checkedAtRest: "Gradients are checked when training pauses.",
  largestError: (error: string) => `; the largest relative error is ${error}`,
  stepSize: "Step ε",
  why: (verdict: ReactNode, why: ReactNode, agreeing: string, trusted: number) =>
    sentence`${verdict} ${why} (They agree if the relative error is at most ${agreeing}, or if they differ by at most ${trusted} rounding errors of the losses, divided by ε.)`,
};
