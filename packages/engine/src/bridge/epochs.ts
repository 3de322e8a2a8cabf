/** Where the epochs of a recording begin, from the batches alone. */
import type { RecordedUpdate } from "./recording.ts";

/** An epoch begins where a batch shows a point again, or where all points have been seen. */
export function createEpochs(count: number): { beginsWith(batch: RecordedUpdate["batch"]): boolean } {
  let shown = new Set<number>();
  return {
    beginsWith(batch) {
      const all = batch === "all" || shown.size === count;
      const begins = all || batch.some((i) => shown.has(i));
      if (begins) shown = new Set();
      if (batch !== "all") for (const i of batch) shown.add(i);
      return begins;
    },
  };
}
