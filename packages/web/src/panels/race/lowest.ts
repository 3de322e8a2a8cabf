/** Which lane of a race ended with the lowest loss, and why another didn't. */

/** Why a lane isn't the lowest, as far as its losses show. */
export type Reason =
  | { readonly kind: "diverged" }
  /** It had been lower, after this many epochs of the race. */
  | { readonly kind: "rose"; readonly loss: number; readonly after: number }
  | { readonly kind: "falling" }
  | { readonly kind: "slower" };

/** Ends that differ by less than this share count as level. */
const LEVEL = 0.01;

/** The index of the lowest of the finite losses, the first of several equal ones; undefined if none is finite. */
export function lowestOf(ends: readonly number[]): number | undefined {
  const least = ends.filter(Number.isFinite).reduce((low, end) => Math.min(low, end), Infinity);
  return least === Infinity ? undefined : ends.indexOf(least);
}

/** After how many epochs of the race a lane, by its loss at each, first had at most this loss; undefined if never. */
export function reachedAfter(losses: Float64Array, loss: number): number | undefined {
  const after = losses.findIndex((value) => value <= loss);
  return after === -1 ? undefined : after;
}

/** What a lane's loss at each epoch of the race, NaN after a divergence, shows about why it isn't the lowest. */
export function reasonOf(losses: Float64Array): Reason {
  const end = losses.at(-1)!;
  if (!Number.isFinite(end)) return { kind: "diverged" };
  const least = losses.reduce((low, value) => Math.min(low, value), Infinity);
  if (least < end * (1 - LEVEL)) return { kind: "rose", loss: least, after: losses.indexOf(least) };
  const before = losses[Math.floor((losses.length - 1) * 0.9)]!;
  return { kind: end < before * (1 - LEVEL) ? "falling" : "slower" };
}
