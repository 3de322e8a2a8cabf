/** The answer to "where does this number come from?", for every quantity of a run. Pure: the same question, the same answer. */
import { type Id, readId, symbolOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Expression, idsOf } from "../math/expression.ts";
import { derive, usedBy, valueOf } from "../quantities/index.ts";
import type { Message } from "../text/message.ts";
import type { Run } from "../quantities/run.ts";
import { formulaOf, termTex } from "./formula.ts";
import { type Line, numbersOf, termsOf, type Token } from "./numbers.ts";
import { overflowCaption } from "./overflow.ts";

/** Where one quantity comes from. */
export interface Explanation {
  readonly id: QuantityId;
  readonly value: number;
  /** How it comes about, in a sentence or two. */
  readonly caption: Message;
  /** TeX of the quantity alone. */
  readonly symbol: string;
  /** TeX of the formula. */
  readonly symbols: string;
  /** The same, each symbol on the right in \\htmlData{input=i}{…}, where i is its place among the inputs. */
  readonly linked: string;
  /** A prefix tree of ids and constants; undefined for a leaf. Evaluating it gives `value` to the last bit. */
  readonly expression: Expression | undefined;
  /** The same line with numbers put in; undefined for a leaf. */
  readonly numbers: Line | undefined;
  readonly inputs: readonly { readonly id: QuantityId; readonly value: number; readonly symbol: string }[];
  /** The formula term by term, for a picture in which each symbol stands above its number. */
  readonly score: Score | undefined;
  /** For a mean of quantities: the three largest of its terms in size, and what all others add up to. */
  readonly aggregate: Aggregate | undefined;
  /** What is computed from it, one step forward. */
  readonly usedBy: readonly QuantityId[];
  /** Where a leaf comes from. */
  readonly origin: Message | undefined;
}

/** A formula term by term, with what all terms up to each come to. */
export interface Score {
  readonly sign: "+" | "-" | "*";
  readonly terms: readonly {
    /** TeX. */
    readonly symbol: string;
    readonly tokens: readonly Token[];
    /** What all terms up to this one come to. */
    readonly total: string;
  }[];
}

/** A mean, summed up: its three largest terms in size, and what all others add up to. */
export interface Aggregate {
  readonly count: number;
  readonly largest: readonly { readonly id: QuantityId; readonly value: number }[];
  readonly others: number;
}

/** Explains a quantity. @throws UnknownQuantity with one sentence when the run has none of that name. */
export function explain(run: Run, text: string): Explanation {
  if (typeof run.at !== "function") {
    throw new TypeError("This run is no recorded one; pass createRun(recording), made from createRecording.");
  }
  const id = readId(text);
  const { value, expression, caption, origin } = derive(run, id);
  const inputs = idsOf(expression ?? value).map((input) => ({
    id: input as QuantityId,
    value: valueOf(run, input),
    symbol: symbolOf(readId(input)),
  }));
  const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
  const numbers =
    expression === undefined ? undefined : numbersOf(expression, value, (input) => values.get(input)!);
  const inputIndices = new Map<string, number>(inputs.map((input, i) => [input.id, i]));
  return {
    id: text as QuantityId, // it was read, so it is spelled right
    value,
    caption: overflowCaption(caption, value, inputs),
    symbol: symbolOf(id),
    symbols: formulaOf(id, expression),
    linked: formulaOf(
      id,
      expression,
      (symbol, input) => `\\htmlData{input=${inputIndices.get(input)}}{${symbol}}`,
    ),
    expression,
    numbers,
    score: scoreOf(id, expression, value, numbers?.digits ?? 0, (input) => values.get(input)!),
    inputs,
    aggregate: aggregateOf(expression, inputs),
    usedBy: usedBy(run, id),
    origin,
  };
}

function scoreOf(
  id: Id,
  expression: Expression | undefined,
  value: number,
  digits: number,
  valueOfInput: (id: string) => number,
): Score | undefined {
  const found = expression === undefined ? undefined : termsOf(expression, value, digits, valueOfInput);
  return (
    found && {
      sign: found.sign,
      terms: found.terms.map(({ term, tokens, total }) => ({
        symbol: termTex(id, expression!, term, found.sign),
        tokens,
        total,
      })),
    }
  );
}

/** As many terms of a mean are named. */
const LARGEST = 3;

function aggregateOf(
  expression: Expression | undefined,
  inputs: readonly { readonly id: QuantityId; readonly value: number }[],
): Aggregate | undefined {
  if (!Array.isArray(expression) || expression[0] !== "mean" || inputs.length !== expression.length - 1) {
    return undefined;
  }
  const sorted = inputs.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const others = sorted.slice(LARGEST).reduce((sum, { value }) => sum + value, 0);
  return {
    count: inputs.length,
    largest: sorted.slice(0, LARGEST).map(({ id, value }) => ({ id, value })),
    others,
  };
}
