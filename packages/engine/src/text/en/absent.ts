/** Why a run doesn’t have a quantity, with a quantity that it does have. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const points = { one: "point", other: "points" };
const updates = { one: "update", other: "updates" };

interface Instead {
  readonly id: string;
  /** An id that the run does have. */
  readonly instead: string;
}

export const absent = catalog("absent", {
  wrongStep: ({ id, epsilon }: { id: string; epsilon: number }) =>
    `The step in ${id} must be above 0 and at most 1; it is ${epsilon}.`,
  noRegion: ({ why }: { why: string }) => `This network has no linear regions: ${why}.`,
  noRawInput: ({ id, instead, inputs }: Instead & { inputs: number }) =>
    `${id} names an input that these data don’t have. They have ${plural(inputs, { one: "input", other: "inputs" })}; try ${instead}.`,
  noPath: ({ id, instead }: Instead) =>
    `${id} is not a path to the loss. A path names one neuron in each hidden layer after the parameter’s layer, like ${instead}.`,
  outputSlope: ({ id, instead, labeled }: Instead & { labeled: boolean }) =>
    `${id} isn’t computed, because the sigmoid’s slope cancels against the loss’s. ${
      labeled ? `Training uses ${instead}` : `The prediction there is ${instead}`
    }.`,
  noDraws: ({ id, initializer }: { id: string; initializer: string }) =>
    `The initializer ${initializer} draws no random numbers, so there is no ${id}.`,
  notDrawn: ({ id, first, last }: { id: string; first: string; last: string }) =>
    `${id} was never drawn; this run drew ${first} to ${last}.`,
  notInBatch: ({ id, instead, count }: Instead & { count: number }) =>
    `There is no ${id}: the next update uses ${plural(count, points)}, and the first is ${instead}.`,
  noLayer: ({ id, instead, layers }: Instead & { layers: number }) =>
    `${id} names a layer that this network doesn’t have. Its layers are 1 to ${layers}; try ${instead}.`,
  noHyper: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} has no setting ${id}. One that it has is ${instead}.`,
  afterEnd: ({ id, instead, last }: Instead & { last: number }) =>
    `${id} is after the end of the run, which has ${plural(last, updates)}. The last loss is ${instead}.`,
  notEdited: ({ instead, t }: { instead: string; t: number }) =>
    `Nothing was set by hand after update ${t}, so write ${instead}.`,
  beforeStart: ({ id, instead }: Instead) => `${id} is before the start; the run starts from ${instead}.`,
  notLabeled: () => "Only points of the data have labels, losses, and gradients, like y[1].",
  noLabels: ({ instead }: { instead: string }) =>
    `The targets of these data are values, not labels. The first one of this point is ${instead}.`,
  noClasses: ({ id, instead }: Instead) =>
    `The targets of these data are values, so there is no ${id}. The error is ${instead}.`,
  noValues: ({ id, instead }: Instead) =>
    `The targets of these data are labels, so there is no ${id}. The accuracy is ${instead}.`,
  noConfidence: ({ id, instead }: Instead) =>
    `Only cross-entropy has a confidence, so there is no ${id}. The prediction is ${instead}.`,
  noSoftmax: ({ id, instead }: Instead) =>
    `The output of this network isn’t a softmax, so there is no ${id}. Its z is ${instead}.`,
  noOutput: ({ id, instead }: Instead) =>
    `${id} isn’t an output of this network. One that it has is ${instead}.`,
  noTarget: ({ id, instead }: Instead) =>
    `${id} isn’t a target of these data. One that they have is ${instead}.`,
  rawFeature: ({ id, instead }: Instead) => `${id} is a raw input. Write ${instead}.`,
  noFeature: ({ id, features }: { id: string; features: number }) =>
    `${id} isn’t an input of this network; it has ${plural(features, { one: "input", other: "inputs" })}.`,
  noInput: ({ id, inputs }: { id: string; inputs: number }) =>
    `${id} isn’t an input of these data; they have ${plural(inputs, { one: "input", other: "inputs" })}.`,
  noPenalty: ({ id, instead }: Instead) =>
    `This run has no regularization, so there is no ${id}. The objective is the loss itself, ${instead}.`,
  noVariance: ({ id, instead }: Instead) =>
    `Each output’s targets are all the same number, so there is nothing to explain and no ${id}. The error is ${instead}.`,
  nothingHeldOut: ({ id, instead, count }: Instead & { count: number }) =>
    `${count === 1 ? "The only point is a training point" : `All ${plural(count, points)} are training points`}, so there is no ${id}. The training loss is ${instead}.`,
  beforeFirstUpdate: ({ id, instead }: { id: string; instead: string | undefined }) =>
    `${id} is before the first update; ${instead === undefined ? "this run has no updates" : `the first is ${instead}`}.`,
  noState: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} keeps no state, so there is no ${id}. Its step is ${instead}.`,
  notInState: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} has no ${id}. One that it has is ${instead}.`,
  noNextUpdate: ({ t }: { t: number }) =>
    `The run ends after ${plural(t, updates)}, so it has no next update to work out.`,
});
