import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Question
  prediction: (symbol: ReactNode, probability: ReactNode, label: ReactNode) =>
    sentence`${symbol} = ${probability} is the predicted probability of class 1. The label is ${label}.`,
  predictedClass: (symbol: ReactNode, probability: ReactNode, predicted: number, label: ReactNode) =>
    sentence`${symbol} = ${probability} is the largest output, so the prediction is class ${predicted}. The label is ${label}.`,
  predictedValues: (found: ReactNode, targets: string) => sentence`${found}. The target is ${targets}.`,
  loss: (ofPoint: ReactNode, average: ReactNode, someHeldOut: boolean, guess: string) =>
    sentence`This point’s loss is ${ofPoint}. The average over all ${someHeldOut ? "training points" : "points"} is ${average}. ${guess}`,
  ifHalf: (loss: string, logarithm: boolean) =>
    `If every ŷ were ½, it would be ${logarithm ? "ln 2 = " : ""}${loss}.`,
  ifGuessing: (classes: number, loss: string, logarithm: boolean) =>
    `If every output were 1/${classes}, it would be ${logarithm ? `ln ${classes} = ` : ""}${loss}.`,
  ifMean: (loss: string) => `If every prediction were the mean of the targets, it would be ${loss}.`,
  errorSignal: (error: string, delta: ReactNode) =>
    sentence`The output’s error signal is δ = ∂ℓ/∂z = ${error}${delta}. No weight has changed yet.`,
  errorSignals: (error: string | undefined, deltas: ReactNode) =>
    sentence`The outputs’ error signals, δ = ∂ℓ/∂z${error === undefined ? "" : ` = ${error}`}, are ${deltas}. No weight has changed yet.`,
  average: "An update uses the average gradient of its points. No weight has changed yet.",
  change: (penalized: boolean, predicted: ReactNode, actual: ReactNode) =>
    sentence`Predicted change in the ${penalized ? "objective J" : "loss"}: ${predicted}. Actual change: ${actual}.`,

  // units
  stageOf: (n: number, of: number) => `stage ${n} of ${of}`,
  layerOf: (layer: number, of: number, stage: string) => `layer ${layer} of ${of}, ${stage.toLowerCase()}`,
  numberOf: (n: number, of: number, stage: string) => `number ${n} of ${of}, ${stage.toLowerCase()}`,
  forward: "Forward",
  forwardQuestion: "Forward: compute the prediction.",
  lossStage: "Loss",
  lossQuestion: "Loss: score the prediction.",
  backward: "Backward",
  backwardQuestion: "Backward: find every gradient.",
  averageStage: "Average",
  averageQuestion: "Average: combine the points’ gradients.",
  update: "Update",
  updateQuestion: "Update: change the weights and biases.",
};
