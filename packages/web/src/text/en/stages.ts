import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Question
  guess: (symbol: ReactNode, probability: ReactNode, label: ReactNode) =>
    sentence`${symbol} = ${probability} for class 1; the truth is ${label}.`,
  price: (price: ReactNode, all: ReactNode, coin: string) =>
    sentence`This point costs ${price}, all together ${all}; a coin flip costs ln 2 = ${coin}.`,
  blame: (blame: ReactNode) => sentence`The output was off by ${blame}. No weight has moved yet.`,
  mean: "One step must suit all of them: the mean of their gradients. No weight has moved yet.",
  change: (predicted: ReactNode, actual: ReactNode) =>
    sentence`Predicted change of the loss ${predicted}, actual ${actual}.`,

  // units
  forward: "Forward",
  forwardQuestion: "Forward: make a guess.",
  loss: "Loss",
  lossQuestion: "Loss: price the guess.",
  backward: "Backward",
  backwardQuestion: "Backward: who is to blame, and how much?",
  average: "Average",
  averageQuestion: "Average: what do all points say?",
  update: "Update",
  updateQuestion: "Update: change the weights.",
};
