/** Variants of an exercise that make good questions. What is wrong with the others is said on standard error. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import type { Variant } from "@neural-viz/engine";
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

/** The good variants. @throws UsageError if there are none */
export function goodOnes<V extends Judged>(all: readonly V[]): readonly V[] {
  const good = all.filter(({ rejection }) => rejection === undefined);
  for (const { seed, rejection } of all) {
    if (rejection !== undefined) say(output.rejectedSeed({ seed: seed!, why: rejection.message.text }));
  }
  if (good.length === 0) throw new UsageError(errors.allRejected({ count: all.length }));
  if (good.length < all.length) say(output.keptSeeds({ good: good.length, all: all.length }));
  return good;
}
