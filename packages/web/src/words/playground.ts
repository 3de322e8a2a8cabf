import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** What t counts. */
type Unit = "epoch" | "update";

export const words = {
  units: { epoch: "epoch", update: "update" },

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
  lockedOnThisPage: "Locked on this page",
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
