/**
 * The text of exported Python: comments, docstrings, and printed lines. All of it is ASCII, which every terminal
 * shows. Sentences that are printed take expressions of the script, such as {loss:.2g}.
 */
import { ordinal, plural } from "./plural.ts";

const points = { one: "point", other: "points" };
const updates = { one: "update", other: "updates" };

export const comments = {
  matplotlib: "only for plots",
  float64: "Neural-Viz computes in float64 too",
  oneThread: "one thread always adds in the same order",
  samples: "The points: x1, x2, label.",
  units: "To turn the data's own units into the network's inputs, subtract OFFSET and divide by SCALE.",
  heldOut: "The first points of a random order are held out. Both parts keep the order of SAMPLES.",
  logit: "the logit; its sigmoid is part of the loss",
  seed: "draws the same initial weights as Neural-Viz",
  parameters: ({ what }: { what: string }) => `${what}: weight[out][in] and bias[out] of each layer.`,
  initialParameters: "The initial parameters",
  firstGradient: "The first gradient in Neural-Viz",
  trainedParameters: ({ t }: { t: number }) => `The parameters in Neural-Viz after ${plural(t, updates)}`,
  sameOptimizer: "the same optimizer keeps its state",
  otherOptimizer: "a new optimizer starts without state",
  certainty: "1: certain and correct; -1: certain and wrong",
  confident: ({ least }: { least: number }) =>
    `updates in a row at which every correct class had a probability above ${least}`,
  criterion: "the average binary cross-entropy of sigmoid(logit), in nats",
  updatesDone: "t counts the updates done",
  allPoints: "over all training points",
  limit: ({ perEpoch }: { perEpoch: number }) =>
    `training stops after this many at the latest${perEpoch === 1 ? "" : `; one epoch has ${perEpoch}`}`,
  recorded: ({ first, stride }: { first: number; stride: number }) =>
    `Neural-Viz's losses, by the number of updates done${
      stride === 1 ? "" : `: each up to ${first}, then every ${ordinal(stride)}, and the last`
    }.`,
  tolerance: "for |a - b| / max(1, |b|)",
  sameEnd: "otherwise Neural-Viz's run was exported before its end",
  rows: "one row for each x2",
  picture: "'#' where the network predicts label 1",
};

export const docstrings = {
  script: (the: { data: string; shape: string; optimizer: string; updates: number; ended: boolean }) =>
    `A small neural network, trained in PyTorch the way Neural-Viz trained it.

    data        ${the.data}
    network     ${the.shape}
    optimizer   ${the.optimizer}
    Neural-Viz  ${plural(the.updates, updates)}${the.ended ? "" : " so far"}

Run this script with python3. It trains the network, compares its losses with those from Neural-Viz, and prints
"reproduced", "differs" (exit status 1), or "chaotic" if rounding alone explains the difference.

Needs PyTorch 1.13 or later. If matplotlib is installed, the script also saves a plot of the loss as loss.png.`,
  probability:
    "The predicted probabilities of label 1, shape (n,), for points (n x 2) in the data's own units.",
  data: "The inputs (n x 2) and the labels (n x 1).",
  part: "The inputs (n x 2) and the labels (n x 1) of the given points.",
  trainingPoints: ({ count }: { count: number }) => `The training data: ${plural(count, points)}.`,
  heldOut: ({ count }: { count: number }) => `The data that no update uses: ${plural(count, points)}.`,
  testLoss: "The average loss over the held-out points.",
  buildModel: "The network before its first update.",
  load: "Sets the weights and biases of the model, layer by layer.",
  applyChanges: "Makes the changes that were made by hand after t updates.",
  finite: "Whether the loss, the weights, their gradients and the optimizer's state are all finite.",
  batch: "The points that update t + 1 uses. Each epoch goes through all points in a new random order.",
  train: ({ fullBatch }: { fullBatch: boolean }) =>
    `Trains on ${fullBatch ? "all points at once" : "mini-batches"}. Returns the losses after 0, 1, 2, ... updates and why training ended.

    With a generator of random numbers, every update is perturbed by about a rounding error.`,
  difference: "|a - b| / max(1, |b|); infinite if only one of the two is finite.",
  found: ({ heldOut }: { heldOut: boolean }) =>
    `This run's losses at the updates in RECORDED${heldOut ? ", and its last test loss" : ""}.`,
  shake: "Changes every gradient and every weight by about a rounding error, 4e-16 of its value.",
  rounding: ({ reordered }: { reordered: boolean }) =>
    `How far rounding alone moves each recorded value: after each run, the largest difference so far from the first
    run. Every run is perturbed at each update${reordered ? " and adds up the points in another order" : ""}.`,
  allowed: `How far each value may be off: four times as far as rounding moves it, any value before it, or either of
    the next two. Rounding also shifts when a peak begins and ends.`,
  alone: `Whether the values just before and after t agree to 1e-12. A rounding error that has grown doesn't come and go
    like this.`,
  check: 'Prints "reproduced", "chaotic" or "differs". Returns False only if it differs.',
  plot: "Saves a plot of the loss after every update, if matplotlib is installed.",
};

/** Why training ended. */
export const reasons = {
  smallLoss: ({ limit }: { limit: number }) => `the loss is below ${limit}`,
  confident: (the: { least: number; epochs: number }) =>
    `every point's correct class has had a probability above ${the.least} for ${the.epochs} epochs`,
  diverged: "a number is not finite",
  epochs: "the epoch limit was reached",
  updates: "the update limit was reached",
};

export const printed = {
  trained: (the: { first: string; last: string; updates: string; reason: string }) =>
    `loss ${the.first} -> ${the.last}, updates: ${the.updates}; stopped: ${the.reason}`,
  testLoss: ({ loss }: { loss: string }) => `test loss ${loss}`,
  updates: "updates",
  loss: "loss",
  theTestLoss: "the test loss",
  update: ({ t }: { t: string }) => `update ${t}`,
  compared: (the: { count: string; difference: string }) =>
    `values compared with Neural-Viz: ${the.count}; largest difference: ${the.difference}`,
  chaotic: (the: { name: string; by: string }) =>
    `chaotic: rounding alone explains the differences, the first at ${the.name}; it moves the loss by up to ${the.by}`,
  apart: (the: { name: string; here: string; there: string; why: string }) =>
    `${the.name}: ${the.here} here, ${the.there} in Neural-Viz; ${the.why}`,
  neighborsAgree: "the losses around it agree",
  roundingExplains: ({ limit }: { limit: string }) => `rounding explains at most ${limit}`,
  // In the notebook
  data: (the: { count: string; ones: string }) => `points: ${the.count}; with label 1: ${the.ones}`,
  parameters: ({ count }: { count: string }) => `parameters: ${count}`,
  initialLoss: ({ loss }: { loss: string }) => `loss before the first update: ${loss}`,
  gradientDifference: ({ difference }: { difference: string }) =>
    `largest difference from Neural-Viz's backpropagation: ${difference}`,
  finiteDifferencesAgree: "finite differences agree",
  finiteDifferencesDisagree: "finite differences disagree, as they can where a ReLU is at its kink",
  lossHere: ({ loss }: { loss: string }) => `loss with Neural-Viz's weights: ${loss}`,
  lossThere: ({ loss }: { loss: string }) => `loss in Neural-Viz:             ${loss}`,
};
