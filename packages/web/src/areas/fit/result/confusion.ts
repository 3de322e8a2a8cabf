import { firstLargest, labelAt, rowOf, type Samples } from "@neural-viz/engine";

/** How many of these samples of each class, by row, are predicted to be in each class, by column. */
export function confusionOf(
  samples: Samples,
  outputs: readonly Float64Array[],
  which: Iterable<number>,
): readonly (readonly number[])[] {
  const classes = Math.max(2, outputs.length);
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const s of which) {
    const row = rowOf(outputs, s);
    const predicted = samples.kind === "binary" ? Number(row[0]! >= 0.5) : firstLargest(row);
    counts[labelAt(samples.kind, samples.targets, s)!]![predicted]! += 1;
  }
  return counts;
}
