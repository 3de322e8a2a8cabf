/** Why no run of an experiment can have an id, with a valid id. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const updates = { one: "update", other: "updates" };

/** “two numbers from 0 to 1”, or “a number from 0 to 1 and a number from -2 to 2”. */
function rangesOf(domain: readonly (readonly [number, number])[]): string {
  const [first] = domain;
  const alike = domain.every(([low, high]) => low === first![0] && high === first![1]);
  const range = ([low, high]: readonly [number, number]) => `from ${low} to ${high}`;
  return alike && domain.length > 1
    ? `${["two", "three", "four"][domain.length - 2]} numbers ${range(first!)}`
    : domain.map((one) => `a number ${range(one)}`).join(" and ");
}

interface Instead {
  readonly id: string;
  /** An id that the run does have. */
  readonly instead: string;
}

export const unknown = catalog("unknown", {
  noSample: ({ sample, count }: { sample: number; count: number }) =>
    `There is no point ${sample}; the points are [1] to [${count}].`,
  noCell: ({ row, column, size }: { row: number | undefined; column: number; size: number }) =>
    row === undefined
      ? `A picture of ${plural(size, { one: "cell", other: "cells" })} has no cell ${column}. Try [cell 1,${size}].`
      : `A picture of ${size} by ${size} cells has no cell ${row},${column}. Try [cell 1,1,${size}].`,
  otherInputs: ({ point, inputs }: { point: string; inputs: number }) =>
    `${point} doesn’t fit data with ${plural(inputs, { one: "input", other: "inputs" })}. Write ${
      [
        "[probe 0.2] or [cell 1,40]",
        "[probe 0.2,0.7] or [cell 1,1,40]",
        "[probe 0.2,0.7,0.5] or [cell 1,1,40 1,2 18]",
        "[probe 0.2,0.7,0.5,0.1] or [cell 1,1,40 1,2 18]",
      ][inputs - 1]
    }.`,
  noUnit: ({ id, instead, shape }: Instead & { shape: string }) =>
    `${id} names a neuron that this ${shape} network doesn’t have. Layers and neurons count from 1, as in ${instead}.`,
  afterLimit: ({ id, limit }: { id: string; limit: number }) =>
    `${id} is too late: this run has at most ${plural(limit, updates)}.`,
  outsideDomain: ({ id, domain }: { id: string; domain: readonly (readonly [number, number])[] }) =>
    `${id} is outside the picture. A probe has ${rangesOf(domain)}.`,
});
