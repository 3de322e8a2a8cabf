/** Why an id names nothing in a run, with one that does. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const points = { one: "point", other: "points" };
const updates = { one: "update", other: "updates" };

interface Instead {
  readonly id: string;
  /** An id that the run does have. */
  readonly instead: string;
}

export const unknown = catalog("unknown", {
  noId: ({ text, endless }: { text: string; endless: boolean }) =>
    `Neural-Viz doesn't recognize the id “${text}”. Ids look like W.1.2.1@42, a.1.2[18]@42, L@0 and x[18].1.${
      endless ? " Most end in @t, the number of updates done." : ""
    }`,
  otherSpelling: ({ id, instead }: Instead) => `${id}: each quantity has one spelling. Write ${instead}.`,
  noPoint: ({ point }: { point: string }) =>
    `[${point}] isn't a point. Write a point of the data like [18], a place like [probe 0.2,0.7], or a cell like [cell 1,1,40].`,
  wrongStep: ({ id, epsilon }: { id: string; epsilon: number }) =>
    `The step in ${id} must be above 0 and at most 1; it is ${epsilon}.`,
  noPath: ({ id, instead }: Instead) =>
    `${id} is not a path to the loss. A path names one neuron in each hidden layer after the parameter's layer, like ${instead}.`,
  outputSlope: ({ id, instead, labeled }: Instead & { labeled: boolean }) =>
    `${id} isn't computed, because the sigmoid's slope cancels against the loss's. ${
      labeled ? `Training uses ${instead}` : `The prediction there is ${instead}`
    }.`,
  noDraws: ({ id, initializer }: { id: string; initializer: string }) =>
    `The initializer ${initializer} draws no random numbers, so there is no ${id}.`,
  notDrawn: ({ id, first, last }: { id: string; first: string; last: string }) =>
    `${id} was never drawn; this run drew ${first} to ${last}.`,
  notInBatch: ({ id, instead, count }: Instead & { count: number }) =>
    `There is no ${id}: the next update uses ${plural(count, points)}, and the first is ${instead}.`,
  noLayer: ({ id, instead, layers }: Instead & { layers: number }) =>
    `${id} names a layer that this network doesn't have. Its layers are 1 to ${layers}; try ${instead}.`,
  noHyper: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} has no setting ${id}. One that it has is ${instead}.`,
  afterEnd: ({ id, instead, last }: Instead & { last: number }) =>
    `${id} is after the end of the run, which has ${plural(last, updates)}. The last loss is ${instead}.`,
  notEdited: ({ instead, t }: { instead: string; t: number }) =>
    `Nothing was set by hand after update ${t}, so write ${instead}.`,
  beforeStart: ({ id, instead }: Instead) => `${id} is before the start; the run starts from ${instead}.`,
  noSample: ({ sample, count }: { sample: number; count: number }) =>
    `There is no point ${sample}; the points are [1] to [${count}].`,
  noCell: ({ row, column, size }: { row: number; column: number; size: number }) =>
    `A picture of ${size} by ${size} cells has no cell ${row},${column}. Try [cell 1,1,${size}].`,
  notLabeled: () => "Only points of the data have labels, losses and gradients, like y[1].",
  noUnit: ({ id, instead, shape }: Instead & { shape: string }) =>
    `${id} names a neuron that this ${shape} network doesn't have. Layers and neurons count from 1, as in ${instead}.`,
  nothingHeldOut: ({ id, instead, count }: Instead & { count: number }) =>
    `All ${plural(count, points)} are training points, so there is no ${id}. The training loss is ${instead}.`,
  beforeFirstUpdate: ({ id, instead }: { id: string; instead: string | undefined }) =>
    `${id} is before the first update; ${instead === undefined ? "this run has no updates" : `the first is ${instead}`}.`,
  afterLimit: ({ id, limit }: { id: string; limit: number }) =>
    `${id} is too late: this run has at most ${plural(limit, updates)}.`,
  outsideSquare: ({ id }: { id: string }) =>
    `${id} is outside the square. A probe has two numbers from 0 to 1.`,
  noState: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} keeps no state, so there is no ${id}. Its step is ${instead}.`,
  notInState: ({ id, instead, optimizer }: Instead & { optimizer: string }) =>
    `${optimizer} has no ${id}. One that it has is ${instead}.`,
  noNextUpdate: ({ t }: { t: number }) =>
    `The run ends after ${plural(t, updates)}, so it has no next update to work out.`,
});
