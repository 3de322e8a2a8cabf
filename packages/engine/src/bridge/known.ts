/** What is known of a wrong number whether or not a known mistake makes it. */
import { idOf } from "../ids/index.ts";
import { format } from "../math/format.ts";
import { indicesOf } from "../nn/network.ts";
import type { Difference, Stage } from "./differences.ts";
import type { Comparison } from "./judge.ts";

/** What the differences of the first wrong update have in common. */
export interface KnownOfMistake {
  /** The layers that they are in, in ascending order; empty for a loss. */
  readonly layers: readonly number[];
  /** Yours divided by ours, of an update the steps; undefined for fewer than two numbers, or where one isn't finite. */
  readonly ratio: Ratio | undefined;
}

/** By which factors numbers differ. */
export interface Ratio {
  readonly low: number;
  readonly high: number;
  readonly constant: boolean;
  /** Of how many numbers. */
  readonly count: number;
  /** Whether clipping explains it: one factor from 0 to 1 for gradients. */
  readonly clipped: boolean;
}

/** Ratios that are this close to each other count as one. */
const CLOSE = 1e-4;

/** In which layers the numbers of the first wrong update differ, and by which factor. */
export function knownOfMistake({
  first,
  besideFirst,
}: Pick<Comparison, "first" | "besideFirst">): KnownOfMistake {
  return {
    layers: [...new Set(besideFirst.map(layerOf))].filter((layer) => layer > 0).toSorted((a, b) => a - b),
    ratio: ratioOf(besideFirst, first?.stage),
  };
}

function ratioOf(differences: readonly Difference[], stage: Stage | undefined): Ratio | undefined {
  const ratios = differences.map(({ yours, ours, before = 0 }) => (yours - before) / (ours - before));
  if (ratios.length < 2 || !ratios.every(Number.isFinite)) return undefined;
  const low = ratios.reduce((a, b) => Math.min(a, b));
  const high = ratios.reduce((a, b) => Math.max(a, b));
  const constant = high - low <= CLOSE * Math.abs(high);
  const clipped = stage === "gradient" && constant && low > 0 && high < 1;
  return { low, high, constant, count: ratios.length, clipped };
}

/** The least and the greatest factor, or the only one, with as many digits as it takes to tell them from 1. */
export function ratioText({ low, high, constant }: Ratio): readonly [low: string, high?: string] {
  if (constant && format(low) !== format(1)) return [format(low)];
  const [least, greatest] = [besideOne(low), besideOne(high)];
  return least === greatest ? [least] : [least, greatest];
}

const MAX_DIGITS = 17;

function besideOne(ratio: number): string {
  if (ratio === 1 || format(ratio) !== format(1)) return format(ratio);
  for (let digits = 5; digits < MAX_DIGITS; digits++) {
    if (Number(ratio.toPrecision(digits)) !== 1) return ratio.toPrecision(digits);
  }
  return ratio.toPrecision(MAX_DIGITS);
}

/** The layer of a difference, from 1; 0 for a loss. */
export function layerOf({ id }: Pick<Difference, "id">): number {
  const parsed = idOf(id);
  return "name" in parsed ? indicesOf(parsed.name)[0] : 0;
}
