/**
 * Holds out a random share of the samples, to test the network on data it never trained on.
 *
 * The held-out samples are the first of a random order of all samples. Both parts stay in file order, which fixes the
 * order of the additions over them.
 */
import { permutation } from "../math/random.ts";

/** The indices of the training and the held-out samples, from 0, in ascending order. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Holds out this share of `count` samples, rounded down. At least one remains for training if the share is below 1. */
export function splitSamples(count: number, share: number, seed: number): Split {
  const heldOut = Math.floor(count * share);
  const order = permutation(count, seed);
  return { train: order.slice(heldOut).toSorted(), test: order.slice(0, heldOut).toSorted() };
}

/** The samples at these places, in the order of the places: every column of them. */
export function pick<T extends { readonly count: number }>(samples: T, places: Int32Array): T {
  const column = (values: Float64Array): Float64Array => Float64Array.from(places, (place) => values[place]!);
  const picked = Object.entries(samples).map(([key, part]: [string, unknown]) => [
    key,
    Array.isArray(part) ? (part as Float64Array[]).map(column) : part,
  ]);
  return { ...Object.fromEntries(picked), count: places.length } as T;
}
