import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

export const words = {
  units: { epoch: "epoch", update: "update" },

  // Lockable
  lockedOnThisPage: "Locked on this page",

  // Boundary
  boundaryAt: (when: string, right: string) =>
    `Decision boundary at ${when}: ${right} points on the right side.`,
  probe: "Probe of the decision boundary: arrow keys move it, Enter chooses the place, I explains its cell.",
  cellRead: (row: number, column: number, x1: string, x2: string, lineBreak: ReactNode) =>
    sentence`row ${row}, column ${column}: x₁ ${x1}, x₂ ${x2}${lineBreak}press twice: where does it come from?`,
  lineAt: (when: string) => `the line at ${when}: press to go there`,

  // BoundaryPanel
  cells: (size: number) => `${size} × ${size} cells`,
  fieldClass: "Class: orange 0, blue 1",
  fieldConfidence: "Confidence |ŷ − ½|·2",
  showPointsAsTable: "Show points as table",
  howBoundaryIsDrawn: "How the boundary is drawn",
  field: "Field",
  resolution: "Resolution",
  onTheRightSide: "on the right side",

  // Controls
  moves: { train: "Train", pause: "Pause", continue: "Continue" },
  oneUnit: (unit: Unit) => `one ${unit}`,
  step: "Step",
  newRandomWeights: "new random weights",
  reset: "Reset",
  updateByNumbers: "one update, number by number",
  explainStep: "Explain step",
  theSameWeights: "the same weights",
  startOver: "Start over",
  epoch: "epoch",
  progress: "Progress",
  ofAtMost: (when: string, limit: string) => `${when} of at most ${limit}`,
  atMost: (limit: string) => `of at most ${limit}`,
  batchOf: (batch: number, batches: number, point: number, points: number) =>
    `batch ${batch} of ${batches} · point ${point} of ${points}`,
  fullSpeed: "full speed",
  perSecond: (pace: string) => `${pace} per s`,
  speedWith: (pace: ReactNode) => sentence`Speed ${pace}`,
  speed: "Speed",
  asFastAsPossible: "as fast as this machine can",
  unitsPerSecond: (pace: number, unit: Unit) => `${pace} ${unit}s per second`,

  // DataSetup
  dataset: "Dataset",
  ownPoints: (points: number) => `${points} points of your own`,
  pointsOfTwoClasses: (points: number) => `${points} points · 2 classes`,
  points: "Points",
  noise: "Noise",
  dataSeed: "Data seed",
  newDataSeed: "New data seed",
  moreData: "More data",
  drawOrPastePoints: "Draw or paste points …",
  heldOut: "Held out",
  splitSeed: "Split seed",
  heldOutPoints: (heldOut: number, trained: number) =>
    `${heldOut} points are drawn hollow: no update looks at them. The network trains on the other ${trained}.`,
  whatHeldOutIs:
    "A share of the points, drawn by seed, is kept from training to see how the network does on what it never saw.",

  // LossPanel
  log: "Log",
  linear: "Linear",
  lossAxis: "Loss axis",
  testAt: (loss: ReactNode) => sentence`test ${loss}`,
  readingWithTest: (loss: string, test: string) => `${loss}, test ${test}`,
  lossOver: (end: string, unit: Unit, now: string, t: string) =>
    `Loss over ${end} ${unit}s, ${now} at ${unit} ${t}. Arrow keys read it, Enter goes there.`,
  unitAt: (unit: Unit, at: string, reading: string) => `${unit} ${at}: ${reading}`,
  lossAt: (unit: Unit, at: number, reading: string) => `Loss at ${unit} ${at}: ${reading}`,
  ln2: "ln 2",
  ln2IsACoinFlip: "ln 2: a coin flip",
  oneValueSoFar: "One value so far. Dotted: a coin flip, ln 2.",
  test: "test",

  // LossTable
  showLossAsTable: "Show loss as table",
  lossAsTable: "Loss as table",
  every: (unit: Unit) => `Every ${unit}`,
  everyNth: (step: string, unit: Unit) => `Every ${step}th ${unit}, and the last`,
  loss: "Loss",
  testLoss: "Test loss",

  // NetworkSetup
  oneLayerLess: "one hidden layer less",
  removeHiddenLayer: "Remove hidden layer",
  oneLayerMore: "one hidden layer more",
  addHiddenLayer: "Add hidden layer",
  neuronsIn: (layer: number) => `Neurons in hidden layer ${layer}`,
  activationOf: (layer: number) => `Activation of hidden layer ${layer}`,
  initializer: "Initializer",
  givenWeights: "Given",
  seed: "Seed",
  newSeed: "New seed",

  // Sentence
  stoppedAt: (when: string, reason: string) => `Stopped at ${when}: ${reason}.`,
  stoppedWith: (right: string, reason: string, question: ReactNode) =>
    sentence`${right} on the right side. Stopped: ${reason}. ${question}`,
  likeACoin: ", about what a coin would get",
  untrained: (correct: number, trained: number, likeACoin: string) =>
    `This network has learned nothing yet: ${correct} of ${trained} points are on the right side${likeACoin}. Press Train.`,
  running: (when: string, right: string, loss: ReactNode, steepest: ReactNode) =>
    sentence`${when}: ${right} on the right side, loss ${loss}. ${steepest}`,
  worseThanBefore: (loss: ReactNode) =>
    sentence`Before training it was ${loss}: the steps overshoot. Try a smaller learning rate.`,
  whereFrom: (symbol: ReactNode, value: ReactNode) =>
    sentence`Where does ${symbol} = ${value} come from? Press it.`,
  steepest: (symbol: ReactNode, slope: ReactNode, move: string) =>
    sentence`The loss reacts most to ${symbol}, with slope ${slope}: ${move} it a little and the loss falls.`,
  raise: "raise",
  lower: "lower",
  ties: (count: number) =>
    count === 1
      ? "1 of the points is a tie: its ŷ is ½ up to rounding, so its side means nothing. "
      : `${count} of the points are ties: their ŷ is ½ up to rounding, so their side means nothing. `,
  onlyRounding: "The points’ gradients cancel: no gradient is larger than rounding errors.",

  // TrainingSetup
  optimizer: "Optimizer",
  cameWith: (optimizer: string, rate: string) =>
    `${optimizer} goes on with a learning rate of its own, ${rate}.`,
  moreSettings: "More settings",
  epochLimit: "Epoch limit",
  stopAutomatically: "Stop automatically",
  whenItStops: (loss: number, confidence: number, epochs: number) =>
    `Training stops when the loss is below ${loss}, or when every point has been right and over ${confidence} % confident for ${epochs} epochs in a row.`,
  miniBatches: "Mini-batches",
  batchSize: "Batch size",
  orderSeed: "Order seed",
  whatABatchIs: (size: number, trained: number) =>
    `Each update looks at ${size} of ${trained} points; every epoch goes through all of them in an order of its own. The loss shown is that of all of them.`,

  // words
  belowLoss: (loss: number) => `the loss is below ${loss}`,
  confident: (percent: number, epochs: number) =>
    `every point has been right and over ${percent} % confident for ${epochs} epochs`,
  epochLimitReached: (epochs: string) => `the ${epochs}-epoch limit was reached`,
  epochLimitOfUpdatesReached: (epochs: string, updates: number) =>
    `the limit of ${epochs} epochs of ${updates} updates was reached`,
  updateLimitReached: (updates: string) => `the limit of ${updates} updates was reached`,
  notFinite: (id: string | undefined) => `${id} is not a finite number`,
  epochAt: (epoch: string) => `epoch ${epoch}`,
  batchAt: (epoch: string, batch: string, batches: string) => `epoch ${epoch} · batch ${batch} of ${batches}`,
  rightOf: (correct: number, trained: number) => `${correct} of ${trained}`,
  rightOfBoth: (training: string, correct: number, heldOut: number) =>
    `${training}, test ${correct} of ${heldOut}`,
  standing: (when: string, loss: string, right: string) => `${when}, loss ${loss}, ${right} correct.`,
  standingStopped: (standing: string, reason: string) => `${standing} Stopped: ${reason}.`,
};
