import type { ReactNode } from "react";
import { points, trainingPoints, updates } from "./counts.ts";
import { sentence } from "./sentence.ts";

export const messages = {
  // SampleTable
  point: "Point",
  confidence: "Confidence",
  correct: "Correct",
  allPoints: "All points",
  beside: "Compare",
  besideOf: (s: number, chosen: number) => `Compare point ${s} with point ${chosen}`,
  pointOf: (s: number) => `Point ${s}`,
  heldOut: " held out",
  yes: "yes",
  no: "✕ no",

  // View
  totals: (t: number, L: ReactNode, loss: ReactNode, n: number, someHeldOut: boolean, score: ReactNode) =>
    sentence`After ${updates(t)}: ${L} = ${loss} over ${someHeldOut ? trainingPoints(n) : points(n)}. ${score}`,
  accuracy: (correct: number, n: number, accuracy: ReactNode) =>
    sentence`${correct} of ${n} correct, an accuracy of ${accuracy}.`,
  rootMeanSquare: (rmse: ReactNode) => sentence`The root mean square of the errors is ${rmse}.`,
  onePoint: "One point",
  prediction: (
    symbol: string,
    probability: ReactNode,
    predicted: number,
    confidence: ReactNode | undefined,
    label: number,
    verdict: ReactNode,
  ) =>
    sentence`${symbol} = ${probability}, so the network predicts class ${predicted}${confidence ?? ""}. The label is ${label}, so this point is ${verdict}.`,
  withConfidence: (confidence: ReactNode) => sentence` with confidence ${confidence}`,
  lossCrossEntropy: "Loss: cross-entropy",
  lossSquared: "Loss: squared errors",
  verdictCorrect: "correct",
  verdictMisclassified: "misclassified",
  output: "Output",
  layer: (layer: number) => `Layer ${layer}`,
  lossBinaryCrossEntropy: "Loss: binary cross-entropy",
  fromZ: (formula: ReactNode) => sentence`${formula}, computed from the output’s z:`,
};
