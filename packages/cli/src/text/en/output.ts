/** What the commands print. */
import { plural } from "@neural-viz/engine";

const parameters = { one: "parameter", other: "parameters" };
const updates = { one: "update", other: "updates" };

export const output = {
  // train
  run: (the: {
    dataset: string;
    points: number;
    shape: string;
    parameters: number;
    optimizer: string;
    rate: number;
  }) =>
    `${the.dataset}, ${plural(the.points, { one: "point", other: "points" })}; ${the.shape} network, ${plural(the.parameters, parameters)}; ${the.optimizer}, learning rate ${the.rate}`,
  loss: (the: { first: string; last: string; t: number; unit: "epoch" | "update" }) =>
    `loss ${the.first} → ${the.last} in ${plural(the.t, the.unit === "epoch" ? { one: "epoch", other: "epochs" } : updates)}`,
  correct: (the: { correct: number; count: number; test: string; least: string }) =>
    `${the.correct} of ${plural(the.count, { one: "point", other: "points" })} correct${the.test}; every point’s correct class has a probability of at least ${the.least}`,
  test: (the: { correct: number; count: number; loss: string }) =>
    `, ${the.correct} of ${plural(the.count, { one: "held-out point", other: "held-out points" })} correct (test loss ${the.loss})`,
  stopped: ({ why }: { why: string }) => `stopped: ${why}`,
  reasons: {
    "converged-loss": "the loss is below 0.001",
    "converged-confidence": "every point’s correct class has had a probability above 0.975 for 50 epochs",
    epochs: "the epoch limit was reached",
    updates: "the limit of 5,000,000 updates was reached",
    diverged: "a number is not finite",
  },
  progress: (the: { t: number; most: number; loss: string }) =>
    `update ${the.t} of at most ${the.most}, loss ${the.loss}`,

  // check
  checked: (the: { count: number; t: number; epsilon: number }) =>
    `${plural(the.count, parameters)} after ${plural(the.t, updates)}, epsilon ${the.epsilon}`,
  overflow: ({ count }: { count: number }) =>
    `nothing to compare: the loss or the gradient of ${plural(count, parameters)} is not finite`,
  largestError: (the: { error: string; kinks: number; saturated: number }) =>
    `largest relative error ${the.error} (left out: ${the.kinks} at a kink, ${the.saturated} saturated)`,
  nothingToCompare: (the: { kinks: number; saturated: number }) =>
    `nothing to compare: ${the.kinks} at a kink, ${the.saturated} saturated`,
  compared: (the: {
    id: string;
    backprop: string;
    difference: string;
    error: string;
    kink: boolean;
    saturated: boolean;
  }) =>
    `  ${the.id.padEnd(10)} backprop ${the.backprop}, finite difference ${the.difference}, relative error ${the.error}${the.kink ? ", kink" : ""}${the.saturated ? ", saturated" : ""}`,
  smallerErrors: ({ count }: { count: number }) => `  and ${count} more with smaller errors`,

  // explain
  more: ({ count }: { count: number }) => `  and ${count} more`,
  origin: ({ origin }: { origin: string }) => `origin: ${origin}`,
  inputs: "inputs:",
  usedBy: ({ ids }: { ids: readonly string[] }) => `used by: ${ids.join(" ")}`,
  largestTerms: ({ numbers, terms }: { numbers: number; terms: number }) =>
    `Only the largest terms are printed. ${
      numbers === 1 ? "The last number in the sum is" : "The last two numbers in the sum are"
    } the total of the other ${plural(terms, { one: "term", other: "terms" })}.`,

  // dataset
  columns: (the: { x1: string; x2: string; label: string; classes: readonly string[]; scaling: string }) =>
    `x1 is “${the.x1}”, x2 is “${the.x2}”, and the label is “${the.label}”, where ${the.classes.map((name, y) => `“${name}” is ${y}`).join(" and ")}; ${the.scaling}. Choose others with --x1, --x2, --label, and --class1.`,
  notScaled: "the inputs are not scaled",
  scaled: (the: { x1: number; x2: number; scale: number }) =>
    `the inputs are scaled to (x1 - ${the.x1}) / ${the.scale} and (x2 - ${the.x2}) / ${the.scale}`,

  // open
  shownAfter: ({ t }: { t: number }) => `The link shows the run after ${plural(t, updates)}.`,
};
