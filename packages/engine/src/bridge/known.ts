/** What is known of a wrong number whether or not a known mistake makes it. */
import { idOf } from "../ids/index.ts";
import { indicesOf } from "../nn/network.ts";
import type { Difference } from "./differences.ts";
import type { Comparison } from "./judge.ts";

/** What the differences of the first wrong update have in common. */
export interface KnownOfMistake {
  /** The layers that they are in, in ascending order; empty for a loss. */
  readonly layers: readonly number[];
  /** Yours divided by ours, of an update the steps; undefined where none of these is finite. */
  readonly ratio: { readonly low: number; readonly high: number; readonly constant: boolean } | undefined;
}

/** Ratios that are this close to each other count as one. */
const CLOSE = 1e-4;

/** In which layers the numbers of the first wrong update differ, and by which factor. */
export function knownOfMistake({ besideFirst }: Pick<Comparison, "besideFirst">): KnownOfMistake {
  const ratios = besideFirst
    .map(({ yours, ours, before = 0 }) => (yours - before) / (ours - before))
    .filter(Number.isFinite);
  const low = ratios.reduce((a, b) => Math.min(a, b), Infinity);
  const high = ratios.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    layers: [...new Set(besideFirst.map(layerOf))].filter((layer) => layer > 0).toSorted((a, b) => a - b),
    ratio: ratios.length === 0 ? undefined : { low, high, constant: high - low <= CLOSE * Math.abs(high) },
  };
}

/** The layer of a difference, from 1; 0 for a loss. */
export function layerOf({ id }: Pick<Difference, "id">): number {
  const parsed = idOf(id);
  return "name" in parsed ? indicesOf(parsed.name)[0] : 0;
}
