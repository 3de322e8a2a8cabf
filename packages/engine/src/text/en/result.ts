/** The parts of a result line. */
import { plural } from "./plural.ts";

/** How many points are correct; nothing where the targets are values. */
const correctText = ({ correct, count }: { correct: number | undefined; count: number }): string =>
  correct === undefined ? "" : `, ${correct} of ${count} correct`;

export const result = {
  heldOut: (the: { share: string; seed: number }) => `${the.share}, seed ${the.seed}`,
  givenWeights: "given weights",
  initialized: (the: { name: string; seed: number; rounded: string | undefined }) =>
    [the.name, `seed ${the.seed}`, ...(the.rounded === undefined ? [] : [the.rounded])].join(", "),
  setting: (the: { name: string; value: number }) => `${the.name} ${the.value}`,
  batches: (the: { size: number; seed: number }) => `batches of ${the.size}, seed ${the.seed}`,
  changes: ({ count }: { count: number }) => `${plural(count, { one: "change", other: "changes" })} by hand`,
  trained: (the: { t: number; loss: string; correct: number | undefined; count: number }) =>
    `loss ${the.loss} after ${plural(the.t, { one: "update", other: "updates" })}${correctText(the)}`,
  test: (the: { loss: string; correct: number | undefined; count: number }) =>
    `test loss ${the.loss}${correctText(the)}`,
};
