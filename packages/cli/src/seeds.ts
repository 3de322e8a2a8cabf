/** --seeds A..B: a variant of an experiment for each seed of its first weights. */
import { errors } from "#text/errors";
import type { Experiment } from "@neural-viz/engine";
import { UsageError } from "./usage.ts";

/** The seeds of a range, at most `most`. @throws UsageError if it's no such range, or the experiment gives its weights */
export function seedsOf({ network }: Experiment, text: string, most: number): number[] {
  if (network.initializer.name === "given") throw new UsageError(errors.givenWeights());
  const [first = NaN, last = NaN] = /^(\d+)\.\.(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  const count = last - first + 1;
  if (!(count >= 1 && count <= most && last < 2 ** 32)) throw new UsageError(errors.seeds({ text, most }));
  return Array.from({ length: count }, (_, i) => first + i);
}
