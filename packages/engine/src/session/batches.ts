/**
 * Mini-batches: the samples that each update uses.
 *
 * Every epoch goes through all training samples once, in a new random order. As in PyTorch's DistributedSampler, epoch e
 * (from 0) draws its order with the seed plus e, so that any epoch's order can be computed without the earlier ones.
 */
import { permutation } from "../math/random.ts";
import type { BatchChoice } from "./experiment.ts";

/** The mini-batches of a run. */
export interface Batches {
  /** The number of updates in an epoch. */
  readonly perEpoch: number;
  /** The indices of the samples that update t + 1 uses, in the order of the additions. */
  at(t: number): Int32Array;
}

/** The batches of the samples with these indices. A batch size of at least their number means the full batch, in order. */
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
