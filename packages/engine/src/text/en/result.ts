/** The parts of a result line. */
import { plural } from "./plural.ts";

export const result = {
  heldOut: (the: { share: string; seed: number }) => `${the.share}, seed ${the.seed}`,
  givenWeights: "given weights",
  initialized: (the: { name: string; seed: number }) => `${the.name}, seed ${the.seed}`,
  setting: (the: { name: string; value: number }) => `${the.name} ${the.value}`,
  batches: (the: { size: number; seed: number }) => `batches of ${the.size}, seed ${the.seed}`,
  changes: ({ count }: { count: number }) => `${plural(count, { one: "change", other: "changes" })} by hand`,
  trained: (the: { t: number; loss: string; correct: number; count: number }) =>
    `loss ${the.loss} after ${plural(the.t, { one: "update", other: "updates" })}, ${the.correct} of ${the.count} correct`,
  test: (the: { loss: string; correct: number; count: number }) =>
    `test loss ${the.loss}, ${the.correct} of ${the.count} correct`,
};
