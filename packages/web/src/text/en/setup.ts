import { allTrainingPoints, epochs, points } from "./counts.ts";
import { type ActivationName, plural } from "@neural-viz/engine";

export const messages = {
  // FoldedSetup
  inOneLayer: (activation: ActivationName) => `in one hidden layer, ${activation}`,
  optimizerAndRate: (name: string, rate: string) => `${name}, η = ${rate}`,
  allSettings: "All settings",

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
};
