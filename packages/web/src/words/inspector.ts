import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Contributions
  whatEachAdds: (count: number) => `What each of the ${count} points adds, before it is divided by ${count}`,
  theLargestContributions: "The largest contributions",
  theOthers: (count: number) => `the other ${count}`,
  addUpTo: (sum: string) => `add up to ${sum}`,
  contributionsOf: (points: number) =>
    `Contributions of ${points} points. Arrow keys read them, Enter opens one.`,

  // Copy
  copied: (what: string, text: string) => `${what} copied: ${text}`,
  cannotCopy: (text: string) => `The browser does not let this page copy. Here it is: ${text}`,
  number: "Number",
  fullPrecision: "Full precision",
  formula: "Formula",
  tex: "TeX",
  name: "Name",
  link: "Link",

  // Edit
  newSetting: (what: string) => `New ${what}`,
  valueAfter: (updates: number, value: string) =>
    `This is its value after ${updates} updates; go to that epoch to set it (${value} now).`,
  newValue: "New value",
  beginsBranch: "You are in the past: this begins a branch, and the present one stays.",
  itCanBeUndone: "It can be undone.",

  // Inspector
  inspector: "Inspector",
  back: "Back",
  closeTheInspector: "Close the inspector",
  whereFromUnknown: "Where does it come from?",
  whereFrom: (symbol: ReactNode, value: ReactNode) => sentence`Where does ${symbol} = ${value} come from?`,
  wayToThisNumber: "Way to this number",
  usedBy: "Used by",
  overTime: "Over time",
  edit: "Edit",
  copy: "Copy",
  origin: (origin: ReactNode) => sentence`${origin}. Here the way ends.`,
  oneUpdateEarlier: "One update earlier",
  backToTheStart: "Back to the start",
  moreAboutThisNumber: "More about this number",
  whatItIsComputedFrom: "What it is computed from",
  andMore: (count: number) => `and ${count} more`,
  nothingFurther: "Nothing further is computed from it yet.",
  whatIsComputedFromIt: "What is computed from it",

  // CalculatorMark
  calculatorAgrees: "A calculator gives the same digits",

  // Ledger
  term: "term",
  value: "value",
  runningTotal: "running total",

  // NumberLine
  onlyTheLargest: (others: number, numbers: number) =>
    `Only the largest terms are printed; ${
      numbers === 1 ? "the last number of the sum is" : "the last two numbers of the sum are"
    } the total of the other ${others}.`,
  moreDigits: (digits: number) =>
    `${digits} digits, because these numbers nearly cancel: with fewer, a calculator would give another result.`,

  // OverTime
  replayingTheRun: "Replaying the run …",
  noneIsFinite: "None of its values is a finite number.",
  overUpdates: (last: string, first: string, now: string) =>
    `Over ${last} updates, from ${first} to ${now}. Arrow keys read it, Enter goes there.`,

  // Quantity
  askWhereFrom: (name: string) => `Where does ${name} come from?`,

  // SlopePicture
  lossIfOnlyThisMoved: "Loss, if only this number moved",
  evaluations: (count: ReactNode) => sentence`${count} real evaluations`,
  slope: (slope: ReactNode) => sentence`slope ${slope}`,
  finiteDifference: "Finite difference",
  chord: (h: string, rise: string, tangent: string) =>
    `The chord over ±${h} rises by ${rise} per unit; the tangent by ${tangent}.`,
  noPictureOfLoss: "The loss is not a finite number here: there is no picture of it.",
  nextLands: (w: string) => `where the next update lands: ${w}`,
  setByHand: (name: string) => `${name}, set by hand`,
  handleAt: (w: string, loss: string) => `${w}, loss ${loss}`,

  // names
  lossOfTest: "L of the test points",
  lossOfBatch: "L of the batch",
  accuracy: "accuracy",
  accuracyOnTheTestPoints: "accuracy on the test points",
  pointOfBatch: (i: number) => `point ${i} of the batch`,
  confidence: "confidence",
  predictedChange: "predicted ΔL",
  memoryOf: (slot: string, parameter: string) => `${slot} of ${parameter}`,
  path: (way: string) => `path ${way}`,
  startOf: (parameter: string) => `the start of ${parameter}`,
  rmsOf: (layer: string) => `rms of ∂L/∂${layer}`,
  relativeErrorOf: (parameter: string) => `relative error of ${parameter}`,
  point: (s: number) => `point ${s}`,
  theProbe: "the probe",
  cell: (row: number, column: number) => `the cell in row ${row}, column ${column}`,
  pointsOfTheNextUpdate: "the points of the next update",
  allPoints: (n: number) => `all ${n} points`,
  thePointsHeldOut: "the points held out",
  layer: (l: number) => `layer ${l}`,
  layerAnd: (l: number, points: string) => `layer ${l}, ${points}`,
  beforeTheFirstUpdate: "before the first update",
  afterUpdateBeforeEdits: (t: number) => `after update ${t}, before it was set by hand`,
  after: (t: number) => `after ${t} ${t === 1 ? "update" : "updates"}`,
  bias: "bias",
  weight: "weight",
  sampleColumn: (s: number, k: number) => `data · sample ${s}, column ${k}`,
  whereThePointWasPut: "where the point was put",
  dataLabel: "data · the label",
  asItStarted: (kind: string) => `${kind} · as it started`,
  afterUpdates: (kind: string, t: number) => `${kind} · after ${t} ${t === 1 ? "update" : "updates"}`,
  sumIn: (j: number, l: number) => `sum in neuron ${j} of layer ${l}`,
  outputOf: (j: number, l: number) => `output of neuron ${j} of layer ${l}`,
  slopeOf: (j: number, l: number) => `local slope of neuron ${j} of layer ${l}`,
  blameOf: (j: number, l: number) => `blame of neuron ${j} of layer ${l}`,
  theNetworksAnswer: "the network's answer",
  priceOfAnswer: "the price of this point's answer",
  meanOfAll: "the mean of all points' losses",
  meanOfHeldOut: "the mean loss of the points held out",
  meanOfBatch: "the mean loss of the next update's points",
  theShareThatIsRight: "the share that is right",
  drawnForThisEpoch: "drawn for this epoch",
  howSureTheAnswerIs: "how sure the answer is",
  whatUpdateDid: (t: number) => `what update ${t} did to the loss`,
  whatSlopesPredict: (t: number) => `what the slopes predict of update ${t}`,
  meanOverPoints: "the mean over the points of an update",
  of: (point: string) => `of ${point}`,
  memoryAfter: (t: number) => `the optimizer's memory after update ${t}`,
  stepOf: (t: number) => `the step of update ${t}`,
  theSlopeMeasured: "the slope, measured",
  fromBothSlopes: "from both slopes",
  measured: "measured",
  sizeOfLayer: (l: number, what: string) => `the size of layer ${l}'s ${what}`,
  parameters: "parameters",
  gradient: "gradient",
  pathOfTheChainRule: "one path of the chain rule",
  measuredOnTheLossSurface: "measured on the loss surface",
  fromTheInitializer: "from the initializer",
  drawOfTheGenerator: "a draw of the random generator",
  hyperParameter: "hyper-parameter · chosen",
};
