/** Common mistakes that several kinds of quantities share. */
import { commonMistakes } from "#text/commonMistakes";
import type { Expression } from "../math/expression.ts";
import type { CommonMistake, Exercise } from "./origin.ts";

/** A common mistake that an expression makes. */
export const mistaken = (
  at: Exercise<unknown>["at"],
  expression: Expression,
  text: CommonMistake["text"],
): CommonMistake => ({ value: at(expression), expression, text });

/** The common mistake for a mean of losses. */
export const sumOfLosses = ({ operands, at }: Exercise<unknown>): readonly CommonMistake[] => [
  mistaken(at, ["sum", ...operands], commonMistakes.sumOfLosses()),
];

/** The results where the minus of one negative term, or of all, was dropped. With a single term that's a flipped sign. */
export function minusDropped(
  terms: readonly Expression[],
  at: Exercise<unknown>["at"],
  from: (terms: readonly Expression[]) => Expression,
): readonly CommonMistake[] {
  if (terms.length < 2) return [];
  const negative = terms.flatMap((term, i) => (at(term) < 0 ? [i] : []));
  const without = (dropped: readonly number[]): CommonMistake =>
    mistaken(
      at,
      from(terms.map((term, i): Expression => (dropped.includes(i) ? ["abs", term] : term))),
      commonMistakes.minusDropped(),
    );
  return [...negative.map((i) => without([i])), ...(negative.length > 1 ? [without(negative)] : [])];
}
