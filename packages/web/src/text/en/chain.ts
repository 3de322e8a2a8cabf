import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Paths
  pathsToTheLoss: "Paths to the loss",
  onePathToTheLoss: "One path to the loss",
  severalPaths: (n: number) => `${n} paths to the loss`,
  pathsLargestFirst: "Paths, largest first",
  throughNeurons: "Through neurons",
  productOfItsFactors: "Product of its factors",
  theOthers: (n: number) => `the other ${n}`,
  addUpTo: (sum: string) => `add up to ${sum}`,
  allTogether: "all together",
  asTrainingUsedIt: "∂ℓ/∂w, as training used it",
  differBy: (difference: string) =>
    `They differ by ${difference}: rounding, because backprop adds the same products in another order.`,

  // View
  parameter: "Parameter",
  overAllPoints: "Over all points",
  overAllPointsMean: "Over all points: the mean",

  // WhySmall
  fitted: (threshold: number) => `fitted: the answer is within ${threshold} of the label, so ŷ − y is small`,
  off: "off: its ReLU is closed, so f′ is 0",
  saturated: (percent: number) => `saturated: f′ is below ${percent} % of its largest value`,
  silent: (threshold: number) => `silent: what comes through it is smaller than ${threshold}`,
  balanced: (percent: number) =>
    `balanced: the blame that comes back cancels to below ${percent} % of its parts`,
  whyIsThisGradientSmall: "Why is this gradient small?",
  mean: (mean: ReactNode, typical: string, cancelled: string) =>
    sentence`The mean is ${mean}; a point's gradient is ${typical} in size on average. ${cancelled}`,
  cancel: (percent: number) =>
    `The points cancel: they pull against each other, and less than ${percent} % of it is left.`,
  doNotCancel: "The points do not cancel.",
  noneIsSmall: "None of its factors is small at any point.",
  pointsAre: (of: string, points: string, reason: string, here: ReactNode) =>
    sentence`${of} of ${points} points ${reason}${here}.`,
  pointToo: (sample: number) => ` (point ${sample} too)`,
  pointAfter: (sample: number, t: number) =>
    `at point ${sample}, after ${t} ${t === 1 ? "update" : "updates"}`,
};
