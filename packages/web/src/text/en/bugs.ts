import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Findings
  theOutputLayer: "the output layer",
  layer: (layer: number) => `layer ${layer}`,
  losses: (falls: string, first: string, last: string, healthy: string) =>
    `With the mistake the loss ${falls}: ${first} → ${last}; without it → ${healthy}`,
  stillFalls: "still falls",
  doesNotFall: "does not fall",
  lossWithAndWithout: "Loss with the mistake and without",
  withMistake: "mistake",
  without: "without",
  differByLayer: "The gradient check, by layers: how many gradients differ",
  layerHeading: "Layer",
  weights: "Weights",
  biases: "Biases",
  verdict: "Verdict",
  output: "Output",
  of: (wrong: number, all: number) => `${wrong} of ${all}`,
  differs: "⚠ differs",
  agrees: "✓ agrees",
  whereDoesItBegin: "Where does the mistake begin?",
  layerButton: (layer: number) => `Layer ${layer}`,
  finding: "Finding",
  right: "Right. ",
  noItIsIn: (layer: string) => `No, it is in ${layer}. `,
  itWas: (name: string, what: string) => `It was “${name}”: ${what} `,
  needsAnotherUpdate: "Every gradient agrees at these parameters: this mistake needs another update to show.",
  blameFlowsBack: (layer: string, error: string) =>
    `Blame flows from the loss back, so the last layer that differs began it: ${layer}. The largest relative error is ${error}.`,

  // View
  surpriseMe: "Surprise me",
  mistake: "Mistake",
  inLayer: "In layer",
  outputChoice: "output",
  updates: "Updates",
  plantIt: "Plant it",
  leaveTheBench: "Leave the bench",
  needsTwoHiddenLayers: " It needs two hidden layers of two neurons or more, one after the other.",
  needsHiddenLayer: " It needs a hidden layer; this network has none.",
  whatTheBenchDoes:
    "The mistake goes into a copy of backprop, and the copy learns from the epoch shown on. Your run is not touched: it stands where it is, and the copy is gone when you leave the bench.",
  withThePlantedMistake: "With the planted mistake",
  copyOf: (mistake: ReactNode, when: string) =>
    sentence`${mistake} A copy of the network from ${when} on, trained on all points at once; nothing here is your run.`,
  plantedMistake: (which: string) => `Planted mistake${which}.`,
  bugBench: "Bug bench",
  becameNaN: (loss: string) => `The loss became ${loss}: this mistake lets training diverge.`,
};
