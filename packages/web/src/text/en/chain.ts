import type { ReactNode } from "react";
import { updates } from "./counts.ts";
import { sentence } from "./sentence.ts";

export const messages = {
  // Paths
  pathsToTheLoss: "Paths to the loss",
  onePathToTheLoss: "One path to the loss",
  severalPaths: (n: number) => `${n} paths to the loss`,
  pathsLargestFirst: "Paths, largest first",
  throughNeurons: "Through neurons",
  productOfItsFactors: "Product of its factors",
  theOthers: (n: number) => `the other ${n}`,
  addUpTo: (sum: string) => `add up to ${sum}`,
  total: "total",
  asTrainingUsedIt: "∂ℓ/∂w, as training used it",
  signalsTimesWeights: "the first layer’s δ times their weights, added up",
  differBy: (difference: string) =>
    `They differ by ${difference}. That’s rounding: backprop adds the same products in another order.`,

  // View
  beginning: "Parameter or input",
  averageGradient: "Average gradient",

  // WhySmall
  fitted: (threshold: number, several: boolean) =>
    several
      ? `the prediction fits: every output is within ${threshold} of its target, so the error is small`
      : `the prediction fits: ŷ is within ${threshold} of the label, so ŷ − y is small`,
  fittedValues: (percent: number) =>
    `the prediction fits: it is off by less than ${percent}% of the spread of the targets, so the error is small`,
  off: "the neuron’s ReLU is off: z isn’t positive, so f′(z) is 0",
  saturated: (percent: number) => `the neuron is saturated: f′(z) is below ${percent}% of its largest value`,
  silent: (threshold: number) =>
    `the input to this weight is near zero: it is smaller than ${threshold} in size`,
  balanced: (percent: number) =>
    `the next layer’s error signals, times their weights, nearly cancel: their sum is below ${percent}% of their sizes added up`,
  whyIsThisGradientSmall: "Why is this gradient small?",
  mean: (mean: ReactNode, typical: string, canceled: string) =>
    sentence`The average gradient is ${mean}. A single point’s gradient is ${typical} in size, on average. ${canceled}`,
  cancel: (percent: number) =>
    `The points’ gradients cancel: their signs differ, and less than ${percent}% of that size is left.`,
  doNotCancel: "The points’ gradients don’t cancel.",
  noneIsSmall: "None of its factors is small at any point.",
  pointsAre: (of: string, points: string, reason: string, here: ReactNode) =>
    sentence`At ${of} of ${points} points${here}, ${reason}.`,
  pointToo: (sample: number) => ` (including point ${sample})`,
  pointAfter: (sample: number, t: number) => `at point ${sample}, after ${updates(t)}`,
};
