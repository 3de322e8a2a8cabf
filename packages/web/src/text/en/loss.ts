import type { ReactNode } from "react";
import { type Baseline, ordinal } from "@neural-viz/engine";
import { epochs, updates } from "./counts.ts";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

const spans = { epoch: epochs, update: updates };

const shareName = (classes: number): string => ({ 2: "½", 3: "⅓", 4: "¼" })[classes] ?? `1/${classes}`;

/** What a baseline's loss is the loss of. */
function lossOfBaseline({ kind, classes }: Baseline): string {
  if (kind === "noise") return "the loss of the noise itself";
  if (kind === "mean") return "the loss of always predicting the mean";
  return classes === 2
    ? "the loss when every ŷ is ½"
    : `the loss when every probability is ${shareName(classes!)}`;
}

export const messages = {
  units: { epoch: "epoch", update: "update" },

  // LossPanel
  log: "Log",
  linear: "Linear",
  lossAxis: "Loss axis",
  testAt: (loss: ReactNode) => sentence`test ${loss}`,
  readingWithTest: (loss: string, test: string) => `${loss}, test ${test}`,
  lossOver: (end: number, unit: Unit, now: string, t: string) =>
    `Loss over ${spans[unit](end)}, ${now} at ${unit} ${t}. Arrow keys read it, Enter goes there.`,
  unitAt: (unit: Unit, at: string, reading: string) => `${unit} ${at}: ${reading}`,
  lossAt: (unit: Unit, at: number, reading: string) => `Loss at ${unit} ${at}: ${reading}`,
  baseline: ({ kind, classes }: Baseline, loss: string, isLogarithm: boolean, short: boolean): string => {
    if (kind === "noise") return short ? "noise" : `the noise itself: ${loss}`;
    if (kind === "mean") return short ? "the mean" : `always the mean: ${loss}`;
    const name = isLogarithm ? `ln ${classes}` : loss;
    const guess = classes === 2 ? "ŷ is ½" : `p is ${shareName(classes!)}`;
    return short ? name : `${name}: every ${guess}`;
  },
  oneValueSoFar: (baseline: Baseline): string =>
    `One value so far. The dotted line is ${lossOfBaseline(baseline)}.`,
  test: "test",

  // TestGuess
  willTestBeAbove: "Your guess: test loss above training loss at the end?",
  guesses: { yes: "Yes", no: "No" },
  testEnded: (right: boolean, above: boolean, test: ReactNode, training: ReactNode) =>
    sentence`${right ? "Correct" : "Not quite"}: ${test} on the test points, ${training} on the training points. ${
      above
        ? "Only the training points’ loss was lowered, so they fit best."
        : "Only the training points’ loss was lowered, but what was learned holds for the others too."
    }`,

  // LossTable
  showLossAsTable: "Show loss as table",
  lossAsTable: "Loss as table",
  every: (unit: Unit) => `Every ${unit}`,
  everyNth: (step: number, unit: Unit) => `Every ${ordinal(step)} ${unit}, and the last`,
  loss: "Loss",
  testLoss: "Test loss",
};
