/** Comments and docstrings of the exported forward functions. */
import { plural } from "./plural.ts";

export const forwardText = {
  heading: (the: { shape: string; updates: number }) =>
    `A ${the.shape} network after ${plural(the.updates, { one: "update", other: "updates" })}, trained with Neural-Viz.`,
  // In TypeScript
  weight: "weight[j][k] leads to neuron j from neuron k of the layer before.",
  probability: ({ ownUnits }: { ownUnits: boolean }) =>
    `The predicted probability that the point (x1, x2)${ownUnits ? ", in the data's own units," : ""} has label 1. Each layer computes a = f(W a + b).`,
  units:
    "To turn the data's own units into the network's inputs, subtract the offset and divide by the scale.",
  // In Python
  probabilities: ({ ownUnits }: { ownUnits: boolean }) =>
    `The predicted probabilities of label 1, shape (n,), for points X of shape (n, 2)${ownUnits ? " in the data's own units" : ""}.

    Each layer computes a = f(a W^T + b).`,
  layers: "Each layer's weight[out][in], bias[out] and activation.",
};
