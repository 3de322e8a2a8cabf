import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // CheckTable
  parameter: "Parameter",
  backprop: "Backprop",
  estimate: "Estimate",
  relativeError: "Relative error",
  verdict: "Verdict",
  allWeightsAndBiases: "All weights and biases",

  // ErrorCurve
  smallestError: (error: string, epsilon: string) =>
    `Smallest error ${error} at ε = ${epsilon}. A larger ε cuts off the curve of the loss (truncation); a smaller one subtracts two losses that are nearly equal (cancellation).`,
  errorCurve: (error: string) =>
    `Relative error against ε, from 10⁻¹² to 10⁻¹; about ${error} at the present ε`,

  // View
  gradientCheck: "Gradient check",
  checkedAtRest: "The gradients are checked where training pauses.",
  largestError: (error: string) => `; the largest relative error is ${error}`,
  stepSize: "Step ε",
  why: (verdict: ReactNode, why: ReactNode, agreeing: string, trusted: number) =>
    sentence`${verdict} ${why} (Agreeing: a relative error of at most ${agreeing}, or within ${trusted} rounding errors of the losses over ε.)`,
};
