/** Common mistakes that several kinds of quantities share. */
import { commonMistakes } from "#text/commonMistakes";
import type { CommonMistake, Exercise } from "./origin.ts";

/** The common mistake for a mean of losses. */
export const sumOfLosses = ({ operands, at }: Exercise<unknown>): readonly CommonMistake[] => [
  { value: at(["sum", ...operands]), text: commonMistakes.sumOfLosses() },
];
