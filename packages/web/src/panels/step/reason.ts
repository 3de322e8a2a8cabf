/** Why an update changed the objective by another amount than its gradient predicts. */
import type { AlongUpdate } from "@neural-viz/engine";

/** What the objective of the update's points does along the step. */
export type Reason =
  /** The step leads uphill from its start. */
  | { readonly kind: "uphill" }
  /** The objective falls until this share of the step, and ends higher than it began. */
  | { readonly kind: "past"; readonly share: number }
  /** It falls less than its first slope promises, as promised, or more. */
  | { readonly kind: "flattens" | "straight" | "steepens" };

/** Changes that differ by less than this share agree. */
const AGREE = 0.05;

/** undefined where there's nothing to explain: no slope, or no finite numbers. */
export function reasonOf({ predicted, before, after, shares, values }: AlongUpdate): Reason | undefined {
  const change = after - before;
  if (!Number.isFinite(change) || !Number.isFinite(predicted) || predicted === 0) return undefined;
  if (predicted > 0) return { kind: "uphill" };
  if (change > 0) {
    let lowest = { share: 0, value: before };
    for (const [i, share] of shares.entries()) {
      if (share >= 0 && share <= 1 && values[i]! < lowest.value) lowest = { share, value: values[i]! };
    }
    return { kind: "past", share: lowest.share };
  }
  const ratio = change / predicted;
  if (Math.abs(ratio - 1) <= AGREE) return { kind: "straight" };
  return { kind: ratio < 1 ? "flattens" : "steepens" };
}
