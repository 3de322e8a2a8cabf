/**
 * Held out: some samples are kept from training, to see how the network does on points it never learned from.
 *
 * Which ones is drawn: they are the first of a random order of all samples. Both parts stay in file order, so that sums
 * over them keep theirs.
 */
import { permutation } from "../math/random.ts";
import type { Samples } from "./dataset.ts";

/** Places of samples, from 0 and rising. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Holds out this share of so many samples, rounded down; at least one is left to train on while the share is below 1. */
export function splitSamples(count: number, share: number, seed: number): Split {
  const heldOut = Math.floor(count * share);
  const order = permutation(count, seed);
  return { train: order.slice(heldOut).toSorted(), test: order.slice(0, heldOut).toSorted() };
}

/** The samples at these indices, in the order of the indices. */
export function pick({ x1, x2, y }: Samples, indices: Int32Array): Samples {
  const column = (values: Float64Array): Float64Array =>
    Float64Array.from(indices, (index) => values[index]!);
  return { count: indices.length, x1: column(x1), x2: column(x2), y: column(y) };
}
