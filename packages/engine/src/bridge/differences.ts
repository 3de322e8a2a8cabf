/** The recorded numbers that are out of tolerance. */
import type { QuantityId } from "../ids/kind.ts";

/** What is judged of an update. */
export type Stage = "parameters" | "loss" | "gradient" | "update";

/** A recorded number that is out of tolerance. */
export interface Difference {
  readonly t: number;
  readonly stage: Stage;
  readonly id: QuantityId;
  readonly yours: number;
  readonly ours: number;
  /** The parameter before the update; undefined in the other stages. */
  readonly before?: number;
  /** The smallest error that would have been seen here. */
  readonly tolerance: number;
}

/** The most differences that are kept. */
const MAX_DIFFERENCES = 1000;

/** The differences: the first, how many, and those furthest out of tolerance. */
export function createDifferences() {
  let kept: Difference[] = [];
  const besideFirst: Difference[] = [];
  const excess = ({ yours, ours, tolerance }: Difference): number => {
    const ratio = Math.abs(yours - ours) / tolerance;
    return Number.isNaN(ratio) ? Infinity : ratio;
  };
  const rank = (): Difference[] =>
    kept
      .map((difference) => ({ difference, size: excess(difference) }))
      .toSorted((a, b) => (a.size === b.size ? 0 : b.size - a.size))
      .slice(0, MAX_DIFFERENCES)
      .map(({ difference }) => difference);
  return {
    first: undefined as Difference | undefined,
    count: 0,
    add(difference: Difference) {
      this.first ??= difference;
      this.count += 1;
      if (difference.t === this.first.t && difference.stage === this.first.stage)
        besideFirst.push(difference);
      kept.push(difference);
      if (kept.length >= 4 * MAX_DIFFERENCES) kept = rank();
    },
    /** Those of the update and the stage of the first. */
    besideFirst,
    ranked: rank,
  };
}
