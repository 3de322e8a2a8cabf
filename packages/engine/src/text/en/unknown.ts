/** Why no run of an experiment can have an id, with a valid id. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const updates = { one: "update", other: "updates" };

interface Instead {
  readonly id: string;
  /** An id that the run does have. */
  readonly instead: string;
}

export const unknown = catalog("unknown", {
  noId: ({ text, endless }: { text: string; endless: boolean }) =>
    `Neural-Viz doesn’t recognize the id “${text}”. Ids look like W.1.2.1@42, a.1.2[18]@42, L@0, and x[18].1.${
      endless ? " Most end in @t, the number of updates done." : ""
    }`,
  otherSpelling: ({ id, instead }: Instead) => `${id}: each quantity has one spelling. Write ${instead}.`,
  noPoint: ({ point }: { point: string }) =>
    `[${point}] isn’t a point. Write a point of the data like [18], a probe like [probe 0.2,0.7], or a cell like [cell 1,1,40].`,
  noSample: ({ sample, count }: { sample: number; count: number }) =>
    `There is no point ${sample}; the points are [1] to [${count}].`,
  noCell: ({ row, column, size }: { row: number; column: number; size: number }) =>
    `A picture of ${size} by ${size} cells has no cell ${row},${column}. Try [cell 1,1,${size}].`,
  noUnit: ({ id, instead, shape }: Instead & { shape: string }) =>
    `${id} names a neuron that this ${shape} network doesn’t have. Layers and neurons count from 1, as in ${instead}.`,
  afterLimit: ({ id, limit }: { id: string; limit: number }) =>
    `${id} is too late: this run has at most ${plural(limit, updates)}.`,
  outsideSquare: ({ id }: { id: string }) =>
    `${id} is outside the square. A probe has two numbers from 0 to 1.`,
});
