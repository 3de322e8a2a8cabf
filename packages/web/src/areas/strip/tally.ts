import type { InnerSides } from "@neural-viz/engine";

/** How many points of each class are on the inner side of 0, 1, 2, … lines. */
export interface TallyRow {
  readonly counts: readonly number[];
  readonly ones: number;
  readonly zeros: number;
}

/** The points on the inner side of all lines, and those on fewer, together. Only these lines are counted. */
export function tallyOf({ inner }: InnerSides, lines: readonly number[], labels: Float64Array): TallyRow[] {
  const counts = Array.from(labels, (_, s) => lines.filter((k) => inner[k]![s]).length);
  const of = (match: (count: number) => boolean): TallyRow => ({
    counts: [...new Set(counts.filter(match))].toSorted((a, b) => b - a),
    ones: counts.filter((count, s) => match(count) && labels[s] === 1).length,
    zeros: counts.filter((count, s) => match(count) && labels[s] === 0).length,
  });
  const all = lines.length;
  return [of((count) => count === all), of((count) => count < all)].filter((row) => row.counts.length > 0);
}
