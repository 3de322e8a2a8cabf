/** Comments and docstrings of the exported forward functions. */
import { plural } from "./plural.ts";

/** How many inputs a point has, and whether they are in the data's own units. */
interface Point {
  readonly inputs: number;
  readonly ownUnits: boolean;
}

interface Outputs {
  readonly outputs: number;
  readonly ownTargets: boolean;
}

const pointText = (inputs: number): string =>
  `(${Array.from({ length: inputs }, (_, k) => `x${k + 1}`).join(", ")})`;

const eachLayer = "Each layer computes a = f(W a + b).";

export const forwardText = {
  heading: (the: { shape: string; updates: number }) =>
    `A ${the.shape} network after ${plural(the.updates, { one: "update", other: "updates" })}, trained with Neural-Viz.`,
  // In TypeScript
  weight: "weight[j][k] leads to neuron j from neuron k of the layer before.",
  probability: ({ inputs, ownUnits }: Point) =>
    `The predicted probability that the point ${pointText(inputs)}${ownUnits ? ", in the data's own units," : ""} has label 1. ${eachLayer}`,
  classes: ({ inputs, ownUnits, outputs }: Point & Outputs) =>
    `The predicted probabilities of the classes 0 to ${outputs - 1} for the point ${pointText(inputs)}${ownUnits ? " in the data's own units" : ""}. ${eachLayer}`,
  values: ({ inputs, ownUnits, outputs, ownTargets }: Point & Outputs) =>
    `The ${outputs === 1 ? "predicted value" : "predicted values"}${ownTargets ? ", in their own units," : ""} for the point ${pointText(inputs)}${ownUnits ? " in the data's own units" : ""}. ${eachLayer}`,
  units:
    "To turn the data's own units into the network's inputs, subtract the offset and divide by the scale.",
  targetUnits: "To turn predictions into the data's own units, multiply by the scale and add the offset.",
  // In Python
  probabilities: ({ inputs, ownUnits }: Point) =>
    `The predicted probabilities of label 1, shape (n,), for points X of shape (n, ${inputs})${ownUnits ? " in the data's own units" : ""}.

    Each layer computes a = f(a W^T + b).`,
  classesOfPoints: ({ inputs, ownUnits, outputs }: Point & Outputs) =>
    `The predicted probabilities of the classes, shape (n, ${outputs}), for points X of shape (n, ${inputs})${ownUnits ? " in the data's own units" : ""}.

    Each layer computes a = f(a W^T + b).`,
  valuesOfPoints: ({ inputs, ownUnits, outputs, ownTargets }: Point & Outputs) =>
    `The predictions, shape (n, ${outputs})${ownTargets ? ", in their own units" : ""}, for points X of shape (n, ${inputs})${ownUnits ? " in the data's own units" : ""}.

    Each layer computes a = f(a W^T + b).`,
  features: "The network's inputs, made of the data's own.",
  layers: "Each layer's weight[out][in], bias[out] and activation.",
};
