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
  samples: ({ columns }: { columns: readonly string[] }) => `The points: ${columns.join(", ")}.`,
  units: "To turn the data's own units into the network's inputs, subtract OFFSET and divide by SCALE.",
  targetUnits:
    "To turn predictions into the data's own units, multiply by TARGET_SCALE and add TARGET_OFFSET.",
  heldOut: "The first points of a random order are held out. Both parts keep the order of SAMPLES.",
  logit: "the logit; its sigmoid is part of the loss",
  logits: "the logits; their softmax is part of the loss",
  predictions: "the predictions",
  zOfOutputs: ({ activation }: { activation: string }) => `z; criterion() applies the ${activation}`,
  rounded: ({ decimals }: { decimals: number }) =>
    `rounds to ${plural(decimals, { one: "decimal", other: "decimals" })}, halves away from 0`,
  seed: "draws the same initial weights as Neural-Viz",
  parameters: ({ what }: { what: string }) => `${what}: weight[out][in] and bias[out] of each layer.`,
  initialParameters: "The initial parameters",
  firstGradient: "The first gradient in Neural-Viz",
  trainedParameters: ({ t }: { t: number }) => `The parameters in Neural-Viz after ${plural(t, updates)}`,
  sameOptimizer: "the same optimizer keeps its state",
  otherOptimizer: "a new optimizer starts without state",
  certainty: "1: certain and correct; -1: certain and wrong",
  certaintyOfClasses: "1: certain; 0: all classes equally likely",
  confident: ({ least }: { least: number }) =>
    `updates in a row at which every correct class had a probability above ${least}`,
  criterion: "the average binary cross-entropy of sigmoid(logit), in nats",
  criterionOfClasses: "the average of -ln(probability of the correct class), in nats",
  criterionOfValues: "the average squared error",
  enough: ({ share }: { share: number }) => `${share} times the loss of always predicting the average target`,
  updatesDone: "t counts the updates done",
  allPoints: "over all training points",
  limit: ({ perEpoch }: { perEpoch: number }) =>
    `training stops after this many at the latest${perEpoch === 1 ? "" : `; one epoch has ${perEpoch}`}`,
  recorded: ({ first, stride }: { first: number; stride: number }) =>
    `Neural-Viz's losses, by the number of updates done${
      stride === 1 ? "" : `: each up to ${first}, then every ${ordinal(stride)}, and the last`
    }.`,
  tolerance: "for |a - b| / max(1, |b|)",
  toleranceOfLarger: "for |a - b| / max(1, |a|, |b|)",
  sameEnd: "otherwise Neural-Viz's run was exported before its end",
  rows: "one row for each x2",
  picture: "'#' where the network predicts label 1",
  classPicture: "the class that the network predicts",
  valuePicture: "from 0, the lowest value of the first output, to 9, the highest",
  otherInputs: "the other inputs stay at their averages",
};

/** The columns of the data: how many inputs, and what the targets are. */
interface Columns {
  readonly inputs: number;
  readonly targets: string;
}

const columns = ({ inputs, targets }: Columns): string => `The inputs (n x ${inputs}) and ${targets}`;

/** What the targets are, in a docstring. */
export const targetNames = {
  labels: "the labels (n x 1)",
  classes: "the labels (n)",
  oneHot: ({ classes }: { classes: number }) => `the one-hot labels (n x ${classes})`,
  values: ({ outputs }: { outputs: number }) => `the targets (n x ${outputs})`,
};

export const docstrings = {
  /** `unusual`: the features, the output and the penalty, where they aren't the usual ones. */
  script: (the: {
    data: string;
    shape: string;
    unusual: readonly string[];
    optimizer: string;
    updates: number;
    ended: boolean;
  }) =>
    `A small neural network, trained in PyTorch the way Neural-Viz trained it.

    data        ${the.data}
    network     ${[the.shape, ...the.unusual].join("\n                ")}
    optimizer   ${the.optimizer}
    Neural-Viz  ${plural(the.updates, updates)}${the.ended ? "" : " so far"}

Run this script with python3. It trains the network, compares its losses with those from Neural-Viz, and prints
"reproduced", "differs" (exit status 1), or "chaotic" if rounding alone explains the difference.

Needs PyTorch 1.13 or later. If matplotlib is installed, the script also saves a plot of the loss as loss.png.`,
  probability: ({ inputs }: { inputs: number }) =>
    `The predicted probabilities of label 1, shape (n,), for points (n x ${inputs}) in the data's own units.`,
  classes: (the: { inputs: number; outputs: number }) =>
    `The predicted probabilities of the classes (n x ${the.outputs}), for points (n x ${the.inputs}) in the data's own units.`,
  values: (the: { inputs: number; outputs: number }) =>
    `The predictions (n x ${the.outputs}) for points (n x ${the.inputs}), both in the data's own units.`,
  data: (the: Columns) => `${columns(the)}.`,
  part: (the: Columns) => `${columns(the)} of the given points.`,
  features: (the: { features: number; inputs: number }) =>
    `The network's inputs (n x ${the.features}) for points X (n x ${the.inputs}).`,
  criterion: (the: { activation: string; half: boolean }) => {
    const of = the.activation === "identity" ? "the predictions" : `${the.activation}(z)`;
    return the.half
      ? `Half the squared error of ${of}, added up over the outputs and averaged over the points.`
      : `The squared error of ${of}, averaged over the outputs and the points.`;
  },
  penalty: "The penalty on the weights. Biases have none.",
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
  differenceOfLarger: "|a - b| / max(1, |a|, |b|); infinite if only one of the two is finite.",
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
  smallLossOfValues: ({ share }: { share: number }) =>
    `the loss is below ${share} times that of always predicting the average target`,
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
  dataOfClasses: (the: { count: string; each: string }) => `points: ${the.count}; in each class: ${the.each}`,
  dataOfValues: (the: { count: string; averages: string }) =>
    `points: ${the.count}; average of each target: ${the.averages}`,
  parameters: ({ count }: { count: string }) => `parameters: ${count}`,
  initialLoss: ({ loss }: { loss: string }) => `loss before the first update: ${loss}`,
  gradientDifference: ({ difference }: { difference: string }) =>
    `largest difference from Neural-Viz's backpropagation: ${difference}`,
  finiteDifferencesAgree: "finite differences agree",
  finiteDifferencesDisagree: "finite differences disagree, as they can where a ReLU is at its kink",
  lossHere: ({ loss }: { loss: string }) => `loss with Neural-Viz's weights: ${loss}`,
  lossThere: ({ loss }: { loss: string }) => `loss in Neural-Viz:             ${loss}`,
};
