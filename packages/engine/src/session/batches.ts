/**
 * Mini-batches: which samples each update looks at.
 *
 * Every epoch goes through all training samples once, in an order of its own. As PyTorch's DistributedSampler does, the
 * order of epoch e (from 0) is drawn with the seed plus e, so that any epoch can be had without those before it.
 */
import { permutation } from "../math/random.ts";
import type { BatchChoice } from "./experiment.ts";

/** The mini-batches of a run. */
export interface Batches {
  /** Updates in an epoch. */
  readonly perEpoch: number;
  /** Places of the samples that update t + 1 looks at, in the order in which they are added. */
  at(t: number): Int32Array;
}

/** The batches of the samples at these indices. A batch as large as all of them is all of them, in file order. */
export function createBatches(indices: Int32Array, choice: BatchChoice): Batches {
  if (choice === "all" || choice.size >= indices.length) return { perEpoch: 1, at: () => indices };
  const { size, seed } = choice;
  const perEpoch = Math.ceil(indices.length / size);
  let drawn: number | undefined;
  let order = indices;
  return {
    perEpoch,
    at(t) {
      const epoch = Math.floor(t / perEpoch);
      if (epoch !== drawn) {
        order = permutation(indices.length, (seed + epoch) >>> 0).map((i) => indices[i]!);
        drawn = epoch;
      }
      const from = (t % perEpoch) * size;
      return order.subarray(from, from + size);
    },
  };
}
