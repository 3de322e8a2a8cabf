/** The answer to "where does this number come from?", for every quantity of a run. Pure: the same question, the same answer. */
import type { Expression } from "../math/expression.ts";
import { idsOf } from "../math/expression.ts";
import { derive, readId, valueOf } from "./derive.ts";
import { type Line, numbersOf } from "./numbers.ts";
import type { Run } from "./state.ts";
import { formulaOf } from "./symbols.ts";
import { usedBy } from "./usedBy.ts";

export interface Explanation {
  readonly id: string;
  readonly value: number;
  /** One plain sentence. */
  readonly words: string;
  /** TeX. */
  readonly symbols: string;
  /** A prefix tree of ids and constants; undefined for a leaf. Evaluating it gives `value` to the last bit. */
  readonly expression: Expression | undefined;
  /** The same line with numbers put in; undefined for a leaf. */
  readonly numbers: Line | undefined;
  readonly inputs: readonly { readonly id: string; readonly value: number }[];
  /** What is computed from it, one step forward. */
  readonly usedBy: readonly string[];
  /** Where a leaf comes from. */
  readonly origin: string | undefined;
}

/** Explains a quantity. @throws UnknownQuantity with one sentence when the run has none of that name. */
export function explain(run: Run, text: string): Explanation {
  const id = readId(text);
  const { value, expression, words, origin } = derive(run, id);
  const inputs = idsOf(expression ?? value).map((input) => ({ id: input, value: valueOf(run, input) }));
  const values = new Map(inputs.map((input) => [input.id, input.value]));
  return {
    id: text,
    value,
    words,
    symbols: formulaOf(run, id, expression),
    expression,
    numbers:
      expression === undefined ? undefined : numbersOf(expression, value, (input) => values.get(input)!),
    inputs,
    usedBy: usedBy(run, id),
    origin,
  };
}
