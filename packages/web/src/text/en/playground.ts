import type { ReactNode } from "react";
import { allPoints, allTrainingPoints, epochs, points, trainingPoints, updates } from "./counts.ts";
import { type Baseline, ordinal, plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

const spans = { epoch: epochs, update: updates };

/** How many training points are correct and, if any are held out, how many of those. */
export interface CorrectCounts {
  readonly correct: number;
  readonly trained: number;
  readonly test?: { readonly correct: number; readonly heldOut: number };
}

/** "142 of 200 points", "all 200 points", "142 of 160 training points and 31 of 40 held-out points". */
function shareOf({ correct, trained, test }: CorrectCounts): string {
  if (test === undefined)
    return correct === trained ? allPoints(trained) : `${correct} of ${points(trained)}`;
  const training =
    correct === trained ? allTrainingPoints(trained) : `${correct} of ${trainingPoints(trained)}`;
  const heldOut = plural(test.heldOut, { one: "held-out point", other: "held-out points" });
  return `${training} and ${test.correct} of ${heldOut}`;
}

/** "All 200 points are correct." */
function verdictOf(share: CorrectCounts): string {
  const said = shareOf(share);
  const single = share.test === undefined && (share.correct === 1 || share.trained === 1);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${single ? "is" : "are"} correct.`;
}

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

  // Lockable
  lockedOnThisPage: "Locked on this page",

  // Boundary
  shareCorrect: (share: CorrectCounts) => `${shareOf(share)} correct`,
  boundaryAt: (when: string, correct: string) => `Decision boundary at ${when}: ${correct}.`,
  fitAt: (when: string, error: string) => `Fit at ${when}: ${error}.`,
  probe:
    "Probe of the decision boundary: arrow keys move it, Enter selects its spot, and the I key explains its cell.",
  cellRead: (row: number, column: number, at: string, lineBreak: ReactNode) =>
    sentence`row ${row}, column ${column}: ${at}${lineBreak}double-click to see where it comes from`,
  probeOfCurve:
    "Probe of the fit: left and right arrow keys move it, Enter selects its spot, and the I key explains its cell.",
  cellOfCurve: (column: number, at: string, lineBreak: ReactNode) =>
    sentence`column ${column}: x ${at}${lineBreak}double-click to see where it comes from`,
  squareOfErrors: "(ŷ − y)², curve too high or too low",
  meanOfSquares: (count: number) => `mean of the ${count} squares: L`,
  halfTheMeanOfSquares: (count: number) => `half the mean of the ${count} squares: L`,
  lineAt: (when: string) => `boundary at ${when}: press to go there`,

  // BoundaryPanel
  cells: (size: number) => `${size} × ${size} cells`,
  cellsOfCurve: (size: number) => `${size} cells`,
  classOfKey: (label: number) => `class ${label}`,
  ringed: "ringed: misclassified",
  ringedChanges: "ringed: changes sides",
  belowZero: "below 0",
  aboveZero: "above 0",
  squares: "squares: (ŷ − y)², blue too high, orange too low",
  outputShown: "Output shown",
  classOf: (label: number) => `Class ${label}`,
  valueOf: (output: number) => `Value ${output}`,
  neuronLines: "Lines of the last hidden layer’s neurons (z = 0)",
  axisAcross: "Across",
  axisUp: "Upward",
  fieldOfClasses: "Class: the hue of the most probable",
  confidenceOfClasses: "Confidence (p − 1/K) / (1 − 1/K) of the most probable",
  without: (neuron: number) => `without neuron ${neuron},`,
  rmseIs: "RMSE",
  fieldClass: "Class: orange 0, blue 1",
  fieldConfidence: "Confidence |2ŷ − 1|",
  showPointsAsTable: "Show points as table",
  howBoundaryIsDrawn: "How the boundary is drawn",
  field: "Field",
  resolution: "Resolution",
  correct: "correct",

  // Controls
  moves: { train: "Train", pause: "Pause", continue: "Continue" },
  oneUnit: (unit: Unit) => `Run one ${unit}`,
  step: "Step",
  newRandomWeights: "Draw new random weights",
  reset: "Reset",
  updateByNumbers: "Walk through one update, number by number",
  explainStep: "Explain step",
  theSameWeights: "Go back to the same initial weights",
  restart: "Restart",
  epoch: "epoch",
  progress: "Progress",
  ofAtMost: (when: string, limit: string) => `${when} of at most ${limit}`,
  atMost: (limit: string) => `of at most ${limit}`,
  batchOf: (batch: number, batches: number, point: number, count: number) =>
    `batch ${batch} of ${batches} · point ${point} of ${count}`,
  fullSpeed: "full speed",
  perSecond: (pace: string) => `${pace} per s`,
  speedWith: (pace: ReactNode) => sentence`Speed ${pace}`,
  speed: "Speed",
  asFastAsPossible: "as fast as this device can",
  unitsPerSecond: (pace: number, unit: Unit) => `${spans[unit](pace)} per second`,

  // DataSetup
  dataset: "Dataset",
  ownPoints: (count: number) => `${points(count)} that you entered`,
  task: "Task",
  tasks: {
    binary: "Two classes",
    classes: "More classes",
    values: "Values",
    real: "Real data",
    own: "Your own",
  },
  noPointsYet: "Draw points, or paste a table.",
  pointsOfClasses: (count: number, classes: number) => `${points(count)} · ${classes} classes`,
  pointsOfInputs: (count: number, inputs: number) =>
    `${points(count)} · ${plural(inputs, { one: "input", other: "inputs" })}`,
  classes: "Classes",
  inputColumns: "Inputs",
  inputColumn: (name: string) => `Input ${name}`,
  target: "Target",
  targetClass: "species",
  points: "Points",
  noise: "Noise",
  dataSeed: "Data seed",
  newDataSeed: "New data seed",
  moreData: "More data",
  drawOrPastePoints: "Draw or paste points…",
  heldOut: "Held out",
  heldOutSeed: "Held-out seed",
  heldOutPoints: (heldOut: number, trained: number) =>
    `${plural(heldOut, { one: "point is", other: "points are" })} held out and drawn hollow. The network trains on the other ${trained === 1 ? "one" : trained}.`,
  whatHeldOutIs: "Hold out a random share of the points to test the network on data it never trained on.",

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

  // LossTable
  showLossAsTable: "Show loss as table",
  lossAsTable: "Loss as table",
  every: (unit: Unit) => `Every ${unit}`,
  everyNth: (step: number, unit: Unit) => `Every ${ordinal(step)} ${unit}, and the last`,
  loss: "Loss",
  testLoss: "Test loss",

  // NetworkSetup
  oneLayerLess: "Remove one hidden layer",
  removeHiddenLayer: "Remove hidden layer",
  oneLayerMore: "Add one hidden layer",
  addHiddenLayer: "Add hidden layer",
  neuronsIn: (layer: number) => `Neurons in hidden layer ${layer}`,
  activationOf: (layer: number) => `Activation of hidden layer ${layer}`,
  initializer: "Initializer",
  givenWeights: "Given",
  seed: "Seed",
  newSeed: "New seed",

  // Sentence
  stoppedAt: (when: string, reason: string) => `Training stopped at ${when} because ${reason}.`,
  stoppedWith: (share: CorrectCounts, reason: string, question: ReactNode) =>
    sentence`${verdictOf(share)} Training stopped because ${reason}. ${question}`,
  likeGuessing: ", about what guessing would get",
  untrained: ({ correct, trained, test }: CorrectCounts, likeGuessing: string) =>
    `This network hasn’t been trained yet. It classifies ${correct} of ${
      test === undefined ? points(trained) : trainingPoints(trained)
    } correctly${likeGuessing}. Press Train to see it learn.`,
  switchedOff: (unit: number, layer: number, mean: string) =>
    `You switched off neuron ${unit} in layer ${layer}, so it outputs its mean, ${mean}, at every point.`,
  switchedOffClasses: (unit: number, layer: number, mean: string, changed: number) =>
    `You switched off neuron ${unit} in layer ${layer}, so it outputs its mean, ${mean}, at every point. ${
      changed === 0
        ? "No point changes sides."
        : plural(changed, { one: "point changes sides.", other: "points change sides." })
    }`,
  switchOn: (unit: number) => `Switch on neuron ${unit}`,
  untrainedFit: (rmse: ReactNode, mean: string | undefined) =>
    sentence`This network hasn’t been trained yet. Its predictions miss by ${rmse}, root mean square.${
      mean === undefined ? "" : ` Always predicting the mean would miss by ${mean}.`
    } Press Train to see it learn.`,
  fitting: (when: string, rmse: ReactNode, loss: ReactNode, more: ReactNode) =>
    sentence`${when}: the predictions miss by ${rmse}, root mean square. The loss is ${loss}. ${more}`,
  fittedAndStopped: (rmse: ReactNode, reason: string, question: ReactNode) =>
    sentence`The predictions miss by ${rmse}, root mean square. Training stopped because ${reason}. ${question}`,
  whereFromAll: (probabilities: ReactNode) => sentence`See where ${probabilities} come from.`,
  running: (when: string, share: CorrectCounts, loss: ReactNode, more: ReactNode) =>
    sentence`${when}: ${shareOf(share)} correct. The loss is ${loss}. ${more}`,
  worseThanBefore: (loss: ReactNode) =>
    sentence`It was ${loss} before training. A rising loss is a sign that the updates overshoot. Try a smaller learning rate.`,
  whereFrom: (symbol: ReactNode, value: ReactNode) => sentence`See where ${symbol} = ${value} comes from.`,
  steepest: (symbol: ReactNode, gradient: ReactNode, move: string) =>
    sentence`It’s most sensitive to ${symbol}, whose gradient is ${gradient}. ${move} it slightly would lower the loss.`,
  raising: "Raising",
  lowering: "Lowering",
  ties: (count: number) =>
    count === 1
      ? "One point is a tie: its ŷ is ½ up to rounding, so its predicted class means nothing. "
      : `${points(count)} are ties: their ŷ is ½ up to rounding, so their predicted class means nothing. `,
  onlyRounding: "The points’ gradients cancel: what’s left is no larger than rounding error.",

  // TrainingSetup
  optimizer: "Optimizer",
  cameWith: (optimizer: string, rate: string) => `Learning rate set to ${rate}, ${optimizer}’s own setting.`,
  moreSettings: "More settings",
  epochLimit: "Epoch limit",
  stopAutomatically: "Stop automatically",
  whenItStops: (loss: number, probability: number, count: number) =>
    `Training stops when the loss is below ${loss}, or when every point’s correct class has had a probability above ${probability} for ${epochs(count)} in a row.`,
  whenClassesStop: (loss: number, confidence: number, count: number) =>
    `Training stops when the loss is below ${loss}, or when every point has been classified correctly with a confidence above ${confidence} for ${epochs(count)} in a row.`,
  whenLossStops: (loss: number) => `Training stops when the loss is below ${loss}.`,
  whenValuesStop: (share: number, loss: string) =>
    `Training stops when the loss is below ${loss}, which is ${share} times the loss of always predicting the mean.`,
  whatThePenaltyIs:
    "A penalty on the weights: training lowers J, which keeps weights small. Biases carry no penalty.",
  feature: (plain: string) => `Feature ${plain}`,
  oneFeatureStays: "One input always stays on.",
  featuresAndOutput: "Features, output, loss",
  outputActivation: "Output",
  lossFunction: "Loss function",
  miniBatches: "Mini-batches",
  batchSize: "Batch size",
  orderSeed: "Order seed",
  whatABatchIs: (size: number, trained: number) =>
    `Each update uses a batch of up to ${points(size)}. Each epoch goes through ${allTrainingPoints(trained)} in a new order. The loss shown is the average over all of them.`,

  // status
  belowLoss: (loss: number) => `the loss is below ${loss}`,
  confident: (probability: number, count: number) =>
    `every point’s correct class has had a probability above ${probability} for ${epochs(count)}`,
  epochLimitReached: (limit: string) => `the ${limit}-epoch limit was reached`,
  epochLimitOfUpdatesReached: (limit: number, perEpoch: number) =>
    `the limit of ${epochs(limit)}, at ${updates(perEpoch)} per epoch, was reached`,
  updateLimitReached: (limit: number) => `the limit of ${updates(limit)} was reached`,
  notFinite: (id: string | undefined) => `${id} is not a finite number`,
  epochAt: (epoch: string) => `epoch ${epoch}`,
  batchAt: (epoch: string, batch: string, batches: string) => `epoch ${epoch} · batch ${batch} of ${batches}`,
  belowShareOfMean: (share: number, loss: string) =>
    `the loss is below ${loss}, which is ${share} times the loss of always predicting the mean`,
  scoreCorrect: (score: string) => `${score} correct`,
  rmse: (rmse: string) => `RMSE ${rmse}`,
  withTest: (training: string, test: string) => `${training}, test ${test}`,
  correctOf: (correct: number, trained: number) => `${correct} of ${trained}`,
  correctOfBoth: (training: string, correct: number, heldOut: number) =>
    `${training}, test ${correct} of ${heldOut}`,
  status: (when: string, loss: string, score: string) => `${when}, loss ${loss}, ${score}.`,
  statusStopped: (status: string, reason: string) => `${status} Stopped: ${reason}.`,
};
