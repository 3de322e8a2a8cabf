import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

export const words = {
  // Advice
  sameNumbers: "The same numbers as the sender's",
  otherNumbers: "Other numbers than the sender's",
  allRight: "All right",
  trainedAgain: (when: string) => `Trained again here to ${when}, every parameter has the same bits.`,
  differs: (when: string) =>
    `At ${when} the parameters differ from those the link was made with; it may have been changed on the way, or come from another version of this page.`,
  stoppedInTheBackground: "Background training stopped",
  replaying: (when: string, last: string) => `Replaying: ${when} of ${last}.`,
  replayed: (when: string) => `Replayed to ${when}: same numbers ✓`,
  replayedOtherwise: (when: string) => `Replayed to ${when}: other numbers than before.`,
  branchesGone: "The other branches of the run are gone.",
  restoring: "Restoring what you were doing",
  trainingAgain: (when: string, last: string) => `Training it again: ${when} of ${last}.`,
  restored: "Restored what you were doing",
  restoredSame: (when: string) => `Trained again to ${when}: same numbers.`,
  restoredOtherwise: (when: string) =>
    `At ${when} the numbers differ from before; this may be another version of the page.`,
  startFresh: "Start fresh",
  inPage: "Training runs in the page itself",
  whyInPage: "The browser did not start its background worker. The numbers are the same.",
  newVersion: "A new version is ready",
  takeItNow: "Use it now",
  later: "Later",
  comesBack: "What you are doing comes back after the reload.",
  damagedLink: "This link is damaged",
  damagedFile: "This file cannot be opened",
  damagedAddress: "This address asks for something there is not",
  locked: "Locked",
  lockedParts: {
    data: "The data can’t be changed on this page.",
    network: "The network and its weights can’t be changed on this page.",
    weights: "The weights can’t be changed on this page.",
    training: "The optimizer and its settings can’t be changed on this page.",
    learningRate: "The learning rate can’t be changed on this page.",
  },
  showingTheDefault: "Showing the default experiment.",
  yourRunIsAsItWas: "Your run is as it was.",
  trainingCannotRun: "Training cannot run",
  reload: "Reload",
  failure: (reason: string) => `${reason}. All that is shown is still true.`,
  diverged: "Diverged",
  seeTheEpochBefore: "See the epoch before",
  retryWith: (rate: string) => `Retry with ${rate}`,
  divergedAt: (when: string, quantity: ReactNode, overshot: boolean, rate: string) =>
    sentence`Stopped at ${when}: ${quantity} is not a finite number. ${
      overshot ? "Each step overshot further than the last; the" : "The"
    } learning rate is ${rate}.`,
  neverFinite: (quantity: ReactNode) =>
    sentence`${quantity} is not a finite number, although there has been no update yet. The inputs or the weights are too large.`,
  stalled: "Stalled",
  newWeights: "New weights",
  stalledFor: (epochs: string, unit: Unit, rose: ReactNode, from: ReactNode, to: ReactNode) =>
    sentence`In ${epochs} ${unit}s the loss only ${rose} from ${from} to ${to}.`,
  stalledAt: (epochs: string, unit: Unit, loss: ReactNode) =>
    sentence`The loss has been ${loss}, to four digits, for ${epochs} ${unit}s.`,
  tryOtherWeights: "Try new weights, a different learning rate, or another hidden neuron.",
  aLineCan:
    "A straight line can separate these points, so some weights classify all of them correctly. Try a larger learning rate or another optimizer.",
  noLineCan: (proof: string, layered: boolean) =>
    `No straight line separates these points, so no weights can classify all of them correctly: ${proof}. ${
      layered ? "Give a hidden layer an activation other than the identity." : "Add a hidden layer."
    }`,
  addAHiddenLayer: "Add a hidden layer",
  segmentsCross: ([a, b]: readonly number[], [c, d]: readonly number[]) =>
    `the line between points ${a} and ${b} crosses the one between points ${c} and ${d}`,
  pointInHull: (point: number, corners: readonly number[]) => {
    const [a, b, c] = corners;
    if (b === undefined) return `points ${point} and ${a} are in the same place`;
    if (c === undefined) return `point ${point} lies on the line between points ${a} and ${b}`;
    return `point ${point} lies within the triangle of points ${a}, ${b}, and ${c}`;
  },
  rose: "rose",
  fell: "fell",
  trainingGoesOn: " Training goes on.",
  deadReLU: "Dead ReLU",
  deadLayer: (layer: number, points: number) =>
    `Every neuron of layer ${layer} outputs 0 for all ${points} points, so no gradient passes it: all layers before it stand still, exactly. Try new weights, a smaller learning rate or another activation.`,
  deadNeurons: (which: string, points: number, gradients: string) =>
    `${which} 0 for all ${points} points, so ${gradients} exactly 0.`,
  deadNeuron: (unit: number, layer: number) => `Neuron ${unit} of layer ${layer} outputs`,
  deadNeuronsFirst: (count: number, unit: number, layer: number) =>
    `${count} neurons, the first of them neuron ${unit} of layer ${layer}, output`,
  itsGradientIs: "its gradient is",
  theirGradientsAre: "their gradients are",
};
