import { type LossName, type OutputActivation, plural } from "@neural-viz/engine";

export const activationNames: Record<OutputActivation, string> = {
  sigmoid: "sigmoid",
  softmax: "softmax",
  identity: "identity",
  tanh: "tanh",
};

export const lossNames: Record<LossName, string> = {
  crossEntropy: "cross-entropy",
  mse: "mean squared error",
  squaredError: "½ squared error",
};

export const messages = {
  output: (outputs: number, activation: OutputActivation, loss: LossName) =>
    `${plural(outputs, { one: "output", other: "outputs" })} (${activationNames[activation]}) with ${lossNames[loss]}`,
  inputs: (count: number) => plural(count, { one: "input", other: "inputs" }),
  adapted: (parts: readonly string[]) => `The network now has ${parts.join(" and ")}.`,
  smallerSteps: (learningRate: string) =>
    `The learning rate is now ${learningRate}: with a larger one, training on a squared error easily diverges.`,
};
