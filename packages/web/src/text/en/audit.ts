import type { ReactNode } from "react";
import { points, trainingPoints, updates } from "./counts.ts";
import { sentence } from "./sentence.ts";

export const messages = {
  // SampleTable
  point: "Point",
  confidence: "Confidence",
  correct: "Correct",
  allPoints: "All points",
  pointOf: (s: number) => `Point ${s}`,
  heldOut: " held out",
  yes: "yes",
  no: "✕ no",

  // View
  totals: (
    t: number,
    L: ReactNode,
    loss: ReactNode,
    n: number,
    someHeldOut: boolean,
    correct: number,
    accuracy: ReactNode,
  ) =>
    sentence`After ${updates(t)}: ${L} = ${loss} over ${someHeldOut ? trainingPoints(n) : points(n)}. ${correct} of ${n} correct, an accuracy of ${accuracy}.`,
  onePoint: "One point",
  prediction: (
    probability: ReactNode,
    predicted: number,
    confidence: ReactNode,
    label: number,
    verdict: ReactNode,
  ) =>
    sentence`ŷ = ${probability}, so the network predicts class ${predicted} with confidence ${confidence}. The label is ${label}, so this point is ${verdict}.`,
  verdictCorrect: "correct",
  verdictMisclassified: "misclassified",
  output: "Output",
  layer: (layer: number) => `Layer ${layer}`,
  lossBinaryCrossEntropy: "Loss: binary cross-entropy",
  fromZ: (formula: ReactNode) => sentence`${formula}, computed from the output’s z:`,
};
