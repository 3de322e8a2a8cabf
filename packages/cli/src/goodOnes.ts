/** Variants of an exercise that make good questions. What is wrong with the others is said on standard error. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import { type Exercise, type Variant, withSeed } from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { say } from "./say.ts";
import { UsageError } from "./usage.ts";

/** What a variant of any style has. */
interface Judged {
  readonly seed: number | undefined;
  readonly rejection: Pick<NonNullable<Variant["rejection"]>, "message"> | undefined;
}

/** A variant as it is. If it makes a weak question, standard error says so. */
export function evenIfWeak<V extends Judged>(variant: V): V {
  if (variant.rejection !== undefined) say(output.weakQuestion({ why: variant.rejection.message.text }));
  return variant;
}

/** The good variants, at most `count` of them. @throws UsageError if there are none, or fewer than `count` */
export function goodOnes<V extends Judged>(all: Iterable<V>, count?: number): readonly V[] {
  const good: V[] = [];
  let tried = 0;
  for (const variant of all) {
    tried += 1;
    if (variant.rejection === undefined) good.push(variant);
    else say(output.rejectedSeed({ seed: variant.seed!, why: variant.rejection.message.text }));
    if (good.length === count) break;
  }
  if (good.length === 0) throw new UsageError(errors.allRejected({ count: tried }));
  if (count !== undefined && good.length < count) {
    throw new UsageError(errors.tooFewSeeds({ good: good.length, count }));
  }
  if (good.length < tried) say(output.keptSeeds({ good: good.length, all: tried }));
  return good;
}

/** --count N: the number of good variants. @throws UsageError if it isn't a whole number, or there are no seeds */
export function countOf(text: string | undefined, seeds: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (seeds === undefined) throw new UsageError(errors.countWithoutSeeds());
  const count = numberOf(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new UsageError(errors.notWhole({ option: "--count", text, from: 1 }));
}

/** The variants of an exercise for these seeds, one after another. */
export function* seeded<E extends Exercise, V extends Judged>(
  exercise: E,
  seeds: readonly number[],
  variantFor: (exercise: E, seed: number) => V,
): Generator<V> {
  for (const seed of seeds) {
    yield variantFor({ ...exercise, experiment: withSeed(exercise.experiment, seed) }, seed);
  }
}
