/** The answer to "where does this number come from?", for every quantity of a run. Pure: the same question, the same answer. */
import { type Id, readId } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Expression, idsOf } from "../math/expression.ts";
import { derive, usedBy, valueOf } from "../quantities/index.ts";
import type { Message } from "../text/message.ts";
import type { Run } from "../quantities/run.ts";
import { formulaOf, termTex } from "./formula.ts";
import { type Line, numbersOf, termsOf, type Token } from "./numbers.ts";
import { overflowCaption } from "./overflow.ts";
import { symbolsIn } from "./symbols.ts";

/** Where one quantity comes from. */
export interface Explanation {
  readonly id: QuantityId;
  readonly value: number;
  /** How it is computed, in a sentence or two. */
  readonly caption: Message;
  /** TeX of the quantity alone. */
  readonly symbol: string;
  /** TeX of the formula. */
  readonly symbols: string;
  /** The same formula with each symbol on the right in \\htmlData{input=i}{…}, where i is its index in `inputs`. */
  readonly linked: string;
  /** A prefix tree of ids and constants; undefined for a leaf. Evaluating it gives `value` to the last bit. */
  readonly expression: Expression | undefined;
  /** The formula with numbers in place of symbols; undefined for a leaf. */
  readonly numbers: Line | undefined;
  readonly inputs: readonly { readonly id: QuantityId; readonly value: number; readonly symbol: string }[];
  /** The formula term by term, for a picture with each symbol above its number. */
  readonly score: Score | undefined;
  /** For a mean of quantities: its three largest terms in size, and the sum of all others. */
  readonly aggregate: Aggregate | undefined;
  /** What is computed from it, one step forward. */
  readonly usedBy: readonly QuantityId[];
  /** Where a leaf comes from. */
  readonly origin: Message | undefined;
}

/** A formula term by term, with running totals. */
export interface Score {
  readonly sign: "+" | "-" | "*";
  readonly terms: readonly {
    /** TeX. */
    readonly symbol: string;
    readonly tokens: readonly Token[];
    /** The total of the terms up to this one. */
    readonly total: string;
  }[];
}

/** A summary of a mean: its three largest terms in size, and the sum of all others. */
export interface Aggregate {
  readonly count: number;
  readonly largest: readonly { readonly id: QuantityId; readonly value: number }[];
  readonly others: number;
}

/** Explains the quantity with this id. @throws UnknownQuantity if the run doesn't have it */
export function explain(run: Run, text: string): Explanation {
  if (typeof run.at !== "function") {
    throw new TypeError("This run is no recorded one; pass createRun(recording), made from createRecording.");
  }
  const id = readId(text);
  const { value, expression, caption, origin } = derive(run, id);
  const symbolOf = symbolsIn(run);
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
    symbols: formulaOf(id, expression, symbolOf),
    linked: formulaOf(
      id,
      expression,
      symbolOf,
      (symbol, input) => `\\htmlData{input=${inputIndices.get(input)}}{${symbol}}`,
    ),
    expression,
    numbers,
    score: scoreOf(id, expression, value, numbers?.digits ?? 0, (input) => values.get(input)!, symbolOf),
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
  symbolOf: (id: Id) => string,
): Score | undefined {
  const found = expression === undefined ? undefined : termsOf(expression, value, digits, valueOfInput);
  return (
    found && {
      sign: found.sign,
      terms: found.terms.map(({ term, tokens, total }) => ({
        symbol: termTex(id, expression!, term, found.sign, symbolOf),
        tokens,
        total,
      })),
    }
  );
}

/** The number of terms of a mean that are listed. */
const LARGEST = 3;

function aggregateOf(
  expression: Expression | undefined,
  inputs: readonly { readonly id: QuantityId; readonly value: number }[],
): Aggregate | undefined {
  const mean = meanIn(expression);
  if (mean === undefined) return undefined;
  const named = new Set(mean.slice(1).filter((term) => typeof term === "string"));
  const terms = inputs.filter(({ id }) => named.has(id));
  if (terms.length !== mean.length - 1) return undefined;
  const sorted = terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const others = sorted.slice(LARGEST).reduce((sum, { value }) => sum + value, 0);
  return {
    count: terms.length,
    largest: sorted.slice(0, LARGEST).map(({ id, value }) => ({ id, value })),
    others,
  };
}

/** The mean that an expression is, or that its first term is, to which something is added. */
function meanIn(expression: Expression | undefined): readonly Expression[] | undefined {
  if (!Array.isArray(expression)) return undefined;
  const [operator, first] = expression as unknown as readonly [string, Expression];
  if (operator === "mean") return expression as readonly Expression[];
  return operator === "+" && Array.isArray(first) && first[0] === "mean"
    ? (first as readonly Expression[])
    : undefined;
}
