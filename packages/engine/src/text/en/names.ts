/** Names and short descriptions of quantities, and the points, layers, or moments they are about. */
import { plural } from "./plural.ts";

const unit = (what: string) => (l: number, j: number) => `${what} of neuron ${j} in layer ${l}`;

/** v is left out: whether it's a velocity or an average of squares depends on the optimizer. */
const states: Readonly<Record<string, string>> = {
  m: "average gradient",
  mhat: "bias-corrected average gradient",
  vhat: "bias-corrected average squared gradient",
};

/* Which points, layer or moment a quantity is about. */
export const allPoints = (count: number) =>
  count === 1
    ? "the only training point"
    : `all ${plural(count, { one: "training point", other: "training points" })}`;
export const nextBatch = "the points in the next batch";
export const heldOut = "the held-out points";
export const point = (s: number) => `point ${s}`;
export const probe = "the probe";
export const cell = (row: number | undefined, column: number) =>
  row === undefined ? `cell ${column}` : `the cell in row ${row}, column ${column}`;
export const layer = (l: number) => `layer ${l}`;
export const layerOver = (l: number, points: string) => `layer ${l}, ${points}`;
export const afterUpdates = (t: number) =>
  t === 0 ? "before the first update" : `after ${plural(t, { one: "update", other: "updates" })}`;
export const beforeEdit = (t: number) => `after update ${t}, before it was set by hand`;

/* What a quantity without a symbol of its own is called. */
export const accuracy = "accuracy";
export const testAccuracy = "test accuracy";
export const testLoss = "test loss";
export const batchLoss = "batch loss";
export const confidence = "confidence";
export const predictedChange = "predicted ΔL";
export const batchPoint = (i: number) => `point ${i} in the batch`;
export const initial = (w: string) => `initial ${w}`;
export const stateOf = (symbol: string, w: string) => `${symbol} of ${w}`;
export const path = (units: string) => `path ${units}`;
export const rms = (symbol: string) => `rms of ${symbol}`;
export const relativeErrorOf = (w: string) => `relative error for ${w}`;

/* What a quantity is. */
export const input = (k: number, of: string) => `input ${k} of ${of}`;
export const feature = (k: number, of: string) => `feature ${k} of ${of}`;
export const label = "the label";
export const target = (j: number) => `target ${j} of this point`;
export const meanTarget = (j: number) => `the average of target ${j}`;
export const z = unit("weighted sum plus bias");
export const activation = unit("activation");
export const localSlope = unit("local slope");
export const collapsedWeight = (l: number, j: number, k: number) =>
  `how z of neuron ${j} in layer ${l} grows with input ${k} in this region`;
export const collapsedBias = (l: number, j: number) =>
  `z of neuron ${j} in layer ${l} at the origin, by this region’s map`;
export const errorSignal = unit("error signal");
export const prediction = "the predicted probability of class 1";
export const probability = (own: number) => `the predicted probability of class ${own}`;
export const predictedValue = (j: number) => `the predicted value of output ${j}`;
export const exponential = (j: number) => `e raised to z of output ${j} minus the largest z`;
export const largestZ = "the largest z of the outputs";
export const restOfExponentials = "the sum of the exponentials, without the largest one";
export const sumOfExponentials = "the sum of the exponentials";
export const loss = "the loss of this point";
export const confidenceIs = "how far the prediction is from a guess";
export const penalty = "the penalty on the weights";
export const objective = "the objective, the loss plus the penalty";
export const objectiveChange = (t: number) => `how update ${t} changed the objective`;
export const lossOfMean = "loss of the mean";
export const lossOfMeanIs = "the loss of always predicting the average target";
export const rootMeanSquaredError = "the root of the mean squared error";
export const explainedVariance = "the share of the targets’ variance that the network explains";
export const meanLoss = "the average loss over all training points";
export const meanTestLoss = "the average loss over the held-out points";
export const meanBatchLoss = "the average loss over the points in the next batch";
export const shareCorrect = "the share of points classified correctly";
export const whichPoint = "which point it is in the data";
export const lossChange = (t: number) => `how update ${t} changed the loss`;
export const lossChangePredicted = (t: number) => `how the gradients predict update ${t} to change the loss`;
export const meanGradient = "the gradient, averaged over the points";
export const pointGradient = (of: string) => `the gradient for ${of}`;
export const change = (t: number) => `the change in update ${t}`;
export const state = (slot: string, t: number) => `${states[slot] ?? "optimizer state"} after update ${t}`;
export const hyperparameter = "hyperparameter";
export const initialValue = "the initial value";
export const randomDraw = "a random draw";
export const parameter = (isBias: boolean, t: number) => {
  const kind = isBias ? "bias" : "weight";
  return t === 0 ? `initial ${kind}` : `${kind} ${afterUpdates(t)}`;
};
export const measuredLoss = "a measured loss";
export const finiteDifference = "the finite difference";
export const relativeError = "how far the gradient and the finite difference are apart";
export const onePath = "one path of the chain rule";
export const surfaceLoss = "a loss on the loss surface";
export const parameterNorm = (l: number) => `the length of layer ${l}’s parameters`;
export const gradientRms = (l: number) => `a typical size of layer ${l}’s gradients`;
export const gradientNorm = (l: number) => `the length of layer ${l}’s gradient`;
