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

  // SizeGuess
  howLarge: (epsilon: string) => `Your guess: with ε = ${epsilon}, the largest error is near`,
  sizeWas: (right: boolean, error: ReactNode, parameter: string, cause: string) =>
    sentence`${right ? "Correct" : "Not quite"}: it’s ${error}, for ${parameter}. ${cause}`,
  causes: {
    step: "It’s too large for rounding: the step misses how the loss curves, an error that grows with ε².",
    rounding:
      "Rounding explains it: the two losses are nearly equal, and their rounding errors are divided by 2ε.",
  },
  nothingToCompare: "No gradient can be compared here: they’re too small, at a kink, or too large.",

  // View
  gradientCheck: "Gradient check",
  checkedAtRest: "Gradients are checked when training pauses.",
  largestError: (error: string) => `; the largest relative error is ${error}`,
  stepSize: "Step ε",
  why: (verdict: ReactNode, why: ReactNode, agreeing: string, trusted: number) =>
    sentence`${verdict} ${why} (They agree if the relative error is at most ${agreeing}, or if they differ by at most ${trusted} rounding errors of the losses, divided by ε.)`,
};
