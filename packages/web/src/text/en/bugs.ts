import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Findings
  theOutputLayer: "the output layer",
  layer: (layer: number) => `layer ${layer}`,
  losses: (falls: string, first: string, last: string, healthyFirst: string, healthyLast: string) =>
    `With the bug, the loss ${falls}: ${first} → ${last}. Without it: ${healthyFirst} → ${healthyLast}.`,
  stillFalls: "still falls",
  doesNotFall: "doesn’t fall",
  lossWithAndWithout: "Loss with and without the bug",
  withBug: "with the bug",
  without: "without",
  differByLayer: "Gradient check by layer: how many gradients differ",
  layerHeading: "Layer",
  weights: "Weights",
  biases: "Biases",
  verdict: "Verdict",
  output: "Output",
  of: (wrong: number, all: number) => `${wrong} of ${all}`,
  differs: "⚠ differs",
  agrees: "✓ agrees",
  theUpdate: "The update",
  inUpdate: "the update",
  updateCheck: "Update check: each update by the rule",
  firstWrong: "First wrong",
  updateNumber: (t: number) => `update ${t}`,
  parameters: "Parameters",
  updateIsWrong: (t: number, wrong: number, all: number, name: string, yours: string, ours: string) =>
    `The gradients are right; what the optimizer does with them isn’t. Update ${t} moves ${wrong} of ${all} parameters to a wrong place: ${name} to ${yours}, where the rule gives ${ours}.`,
  whereDoesItBegin: "Where is the bug?",
  layerButton: (layer: number) => `Layer ${layer}`,
  finding: "Finding",
  correct: "Correct. ",
  noItIsIn: (layer: string) => `Not quite. It’s in ${layer}. `,
  itWas: (name: string, what: string) => `The bug was “${name}”. ${what} `,
  because: {
    reportsOnly:
      "The gradients are right: this bug only changes the loss that’s reported, and the check computes its own.",
    updateAgrees: "The gradients are right, and so are the updates: this mistake doesn’t show here.",
    overflow: "Training diverged: the numbers are too large to compare.",
    notCompared: "Where gradients can be compared, they agree. The others are too small, or at a kink.",
    agrees: "At these parameters, the bug doesn’t change any gradient enough to show.",
  },
  beginsInLayer: (layer: string, error: string) =>
    `Backprop runs from the output back, so the bug is in the last layer that differs, ${layer}. The largest relative error is ${error}.`,

  found: (right: boolean, wrong: number, all: number, error: string) =>
    `${right ? "Correct" : "Not quite"}: it finds ${wrong} of ${all} gradients wrong, with a relative error of up to ${error}. They aren’t the slopes of the loss, which finite differences measure.`,
  missed: (right: boolean, why: string) =>
    `${right ? "Correct" : "Not quite"}: it finds 0 gradients wrong.${why === "" ? "" : ` ${why}`}`,

  // View
  willItBeFound: "Your guess: will the gradient check find it?",
  guesses: { yes: "Yes", no: "No" },
  surpriseMe: "Surprise me",
  bug: "Bug",
  inTheUpdate: (label: string) => `Update: ${label}`,
  inLayer: "In layer",
  outputChoice: "output",
  updates: "Updates",
  plantIt: "Plant the bug",
  leaveTheBench: "Leave the bench",
  needsMatrix: (severalOutputs: boolean) =>
    severalOutputs
      ? " It needs a hidden layer with at least two neurons."
      : " It needs two hidden layers in a row, each with at least two neurons.",
  needsHiddenLayer: " It needs a hidden layer, and this network has none.",
  whatTheBenchDoes:
    "A copy of the network trains from the epoch shown, with the bug in it. Your run doesn’t change. The copy is discarded when you leave the bench.",
  withThePlantedBug: "With the planted bug",
  copyOf: (bug: ReactNode, when: string, inBatches: boolean) =>
    sentence`${bug} This is a copy of the network from ${when}, trained on ${
      inBatches ? "the same mini-batches as your run" : "all points at once"
    }. Your run doesn’t change.`,
  plantedBug: (which: string) => `Planted bug${which}.`,
  bugBench: "Bug bench",
  becameNaN: (loss: string) => `The loss became ${loss}. With this bug, training diverges.`,
};
