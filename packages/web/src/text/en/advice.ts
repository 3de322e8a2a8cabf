import type { ReactNode } from "react";
import { allTrainingPoints, epochs, updates } from "./counts.ts";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

const span = (count: number, unit: Unit): string => (unit === "epoch" ? epochs(count) : updates(count));

/** Of values no point is misclassified. */
const andWrong = (wrong: number | undefined): string =>
  wrong === undefined
    ? ""
    : `, and ${plural(wrong, { one: "point is still misclassified", other: "points are still misclassified" })}`;

export const messages = {
  // Advice
  sameNumbers: "The same numbers as the sender’s",
  otherNumbers: "Different numbers from the sender’s",
  dismiss: "Dismiss",
  trainedAgain: (when: string) =>
    `Retrained on this device to ${when}. Every parameter matches the sender’s exactly.`,
  differs: (when: string) =>
    `Retrained on this device to ${when}. The parameters differ from the sender’s. The link may have been changed, or it may come from another version of this page.`,
  stoppedInTheBackground: "Background training stopped",
  replaying: (when: string, last: string) => `Replaying: ${when} of ${last}.`,
  replayed: (when: string) => `Replayed to ${when}: same numbers ✓`,
  replayedOtherwise: (when: string) => `Replayed to ${when}, but the numbers differ from before.`,
  branchesGone: "The run’s other branches are lost.",
  restoring: "Restoring your last visit",
  trainingAgain: (when: string, last: string) => `Retraining: ${when} of ${last}.`,
  restored: "Restored your last visit",
  restoredSame: (when: string) => `Retrained to ${when}: same numbers.`,
  restoredOtherwise: (when: string) =>
    `Retrained to ${when}, but the numbers differ from before. This may be another version of the page.`,
  startFresh: "Start fresh",
  inPage: "Training runs in the page itself",
  whyInPage: "The browser didn’t start a background worker. The numbers are the same either way.",
  newVersion: "A new version is ready",
  takeItNow: "Use it now",
  later: "Later",
  comesBack: "Your work comes back after the page reloads.",
  damagedLink: "This link is damaged",
  damagedFile: "This file can’t be opened",
  damagedAddress: "Problem with this link",
  locked: "Locked",
  lockedParts: {
    data: "The data can’t be changed on this page.",
    network: "The network and its weights can’t be changed on this page.",
    weights: "The weights can’t be changed on this page.",
    training: "The optimizer and its settings can’t be changed on this page.",
    learningRate: "The learning rate can’t be changed on this page.",
  },
  showingTheDefault: "Showing the default experiment instead.",
  yourRunIsAsItWas: "Your run hasn’t changed.",
  trainingCannotRun: "Training can’t run",
  reload: "Reload",
  failure: (reason: string) => `${reason}. Everything shown is still correct.`,
  diverged: "Diverged",
  seeTheUpdateBefore: "Go back one update",
  retryWith: (rate: string) => `Retry with ${rate}`,
  divergedAt: (when: string, quantity: ReactNode, overshot: boolean, rate: string) =>
    sentence`Training stopped at ${when} because ${quantity} is not a finite number. ${
      overshot ? "The loss was already rising, a sign that the updates overshoot. " : ""
    }The learning rate is ${rate}.`,
  neverFinite: (quantity: ReactNode) =>
    sentence`${quantity} is not a finite number, and no update has run yet. The inputs or the weights are too large.`,
  stalled: "Stalled",
  newWeights: "New weights",
  stalledFor: (
    count: number,
    unit: Unit,
    rose: ReactNode,
    from: ReactNode,
    to: ReactNode,
    misclassified: number | undefined,
  ) =>
    sentence`The loss has barely changed. It ${rose} from ${from} to ${to} in ${span(count, unit)}${andWrong(misclassified)}.`,
  stalledAt: (count: number, unit: Unit, loss: ReactNode, misclassified: number | undefined) =>
    sentence`The loss has barely changed. It has been ${loss}, to four digits, for ${span(count, unit)}${andWrong(misclassified)}.`,
  tryOtherWeights: "Try new weights, a different learning rate, or another hidden neuron.",
  aLineCan:
    "A straight line can separate these points, so some weights classify all of them correctly. Try a larger learning rate or another optimizer.",
  noLineCan: (proof: string, layered: boolean) =>
    `No straight line separates these points, so no weights can: ${proof}. ${
      layered ? "Give a hidden layer an activation other than the identity." : "Add a hidden layer."
    }`,
  addAHiddenLayer: "Add a hidden layer",
  segmentsCross: ([a, b]: readonly number[], [c, d]: readonly number[]) =>
    `the segment between points ${a} and ${b} of one class crosses the segment between points ${c} and ${d} of the other`,
  pointInHull: (point: number, corners: readonly number[]) => {
    const [a, b, c] = corners;
    if (b === undefined)
      return `points ${point} and ${a} lie at the same spot but belong to different classes`;
    const where =
      c === undefined
        ? `on the segment between points ${a} and ${b}`
        : `inside the triangle of points ${a}, ${b}, and ${c}`;
    return `point ${point} of one class lies ${where} of the other`;
  },
  rose: "rose",
  fell: "fell",
  trainingGoesOn: " Training continues.",
  deadReLU: "Dead ReLU",
  deadLayer: (layer: number, count: number) =>
    `Every neuron in layer ${layer} outputs 0 for ${allTrainingPoints(count)}, so every gradient up to layer ${layer} is exactly 0. Try new weights, a smaller learning rate, or another activation.`,
  deadNeuron: (unit: number, layer: number, count: number) =>
    `Neuron ${unit} in layer ${layer} outputs 0 for ${allTrainingPoints(count)}, so every gradient of its weights and bias is exactly 0. Try new weights, a smaller learning rate, or leaky ReLU.`,
  deadNeurons: (neurons: number, unit: number, layer: number, count: number) =>
    `${neurons} neurons, the first of them neuron ${unit} in layer ${layer}, output 0 for ${allTrainingPoints(count)}, so every gradient of their weights and biases is exactly 0. Try new weights, a smaller learning rate, or leaky ReLU.`,
};
