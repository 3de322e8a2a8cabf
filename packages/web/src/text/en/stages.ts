import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Question
  prediction: (symbol: ReactNode, probability: ReactNode, label: ReactNode) =>
    sentence`${symbol} = ${probability} is the predicted probability of class 1. The label is ${label}.`,
  loss: (ofPoint: ReactNode, average: ReactNode, coin: string, someHeldOut: boolean) =>
    sentence`This point’s loss is ${ofPoint}. The average over all ${someHeldOut ? "training points" : "points"} is ${average}. If every ŷ were ½, it would be ln 2 = ${coin}.`,
  errorSignal: (delta: ReactNode) =>
    sentence`The output’s error signal is δ = ∂ℓ/∂z = ŷ − y = ${delta}. No weight has changed yet.`,
  average: "An update uses the average gradient of its points. No weight has changed yet.",
  change: (predicted: ReactNode, actual: ReactNode) =>
    sentence`Predicted change in the loss: ${predicted}. Actual change: ${actual}.`,

  // units
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
