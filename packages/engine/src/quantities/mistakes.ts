/** Usual mistakes that several kinds of quantities share. */
import type { Exercise, Mistake } from "./origin.ts";

/** Of what an activation makes of z. */
export const squeezed = ({ operands, at, value }: Exercise<unknown>): readonly Mistake[] => [
  { value: at(operands[0]!), words: "That is z itself, before the activation." },
  { value: 1 - value, words: "That is 1 minus the answer." },
];

/** Of a mean of losses. */
export const sumOfLosses = ({ operands, at }: Exercise<unknown>): readonly Mistake[] => [
  { value: at(["sum", ...operands]), words: "That is the sum; the loss is the mean." },
];
