/**
 * The calculator rule: a line printed with numbers comes out right when it is typed into a calculator.
 *
 * The result has four significant digits. With four digits for the operands too, half of all lines would fail; so the
 * operands get the smallest number of digits, 4 to 17, that gives the printed result.
 */
import type { QuantityId } from "../ids/kind.ts";
import { firstLargest } from "../math/classes.ts";
import { isCorrect } from "../math/correct.ts";
import { exp, ln, sin, tanh } from "../math/elementary.ts";
import { evaluate, type Expression } from "../math/expression.ts";
import { powerInt } from "../math/power.ts";

/** A piece of a line of numbers. */
export interface Token {
  readonly text: string;
  /** The quantity this number is the value of. */
  readonly id?: QuantityId;
}

/** A line of numbers, as a calculator takes it. */
export interface Line {
  /** In ASCII, as a calculator takes it: + - * / ^ ( ) exp ln sin tanh sqrt digits, ending in "= result". */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Digits each operand has. */
  readonly digits: number;
  /** Where a long sum prints only its largest terms: how many others there are, and how many numbers at its end add them up. */
  readonly others: { readonly terms: number; readonly numbers: number } | undefined;
}

/** Whether there's something to calculate: more than one number, or one with a sign or a function, left of "=". */
export function isCalculation({ tokens }: Line): boolean {
  return tokens.length > 3; // a number alone is followed by "=" and the result
}

const RESULT_DIGITS = 4;
const MAX_DIGITS = 17;
/** A mean of more terms than this prints its largest ones and the sum of the others. */
const MAX_TERMS = 6;
const LARGEST = 3;
/** The most outgoing weights of a neuron. A longer sum runs over all parameters and is printed like a mean. */
const MAX_SUMMANDS = 8;

/** A number with `digits` significant digits, in ASCII. */
function printed(value: number, digits: number): string {
  if (!Number.isFinite(value) || value === 0) return Number.isFinite(value) ? "0" : String(value);
  const text = plainExponent(value.toPrecision(digits));
  const size = Math.abs(Number(text));
  if (text.includes("e") && size < 1e15 && size >= 1) return String(Number(text));
  return text.includes("e") || size >= 1e-6 ? text : value.toExponential(digits - 1);
}

/** 1e21 for 1e+21: a calculator takes no sign there. */
const plainExponent = (text: string): string => text.replace("e+", "e");

/** The line of an expression: its operands' values put in, and its result, at a number of digits. */
export function numbersOf(
  expression: Expression,
  value: number,
  valueOf: (id: string) => number,
  resultDigits = RESULT_DIGITS,
): Line {
  const short = shorten(expression, valueOf);
  const result = printed(value, resultDigits);
  let digits = resultDigits;
  while (digits < MAX_DIGITS && printed(calculate(short, digits), resultDigits) !== result) digits += 1;
  const tokens = [...tokensOf(short, digits, 0), { text: " = " }, { text: result }];
  return { text: tokens.map(({ text }) => text).join(""), tokens, digits, others: othersOf(short) };
}

/** One term of a formula with its own numbers, and what all up to it come to. */
export interface TermNumbers {
  readonly term: Expression;
  readonly tokens: readonly Token[];
  readonly total: string;
}

/** The operators whose operands stand side by side. */
const SIDE_BY_SIDE = { "+": "+", sum: "+", "-": "-", "*": "*" } as const;

/** A formula's terms side by side, with as many digits as its line has; nothing when it has but one. */
export function termsOf(
  expression: Expression,
  value: number,
  digits: number,
  valueOf: (id: string) => number,
): { readonly sign: "+" | "-" | "*"; readonly terms: readonly TermNumbers[] } | undefined {
  if (!Array.isArray(expression)) return undefined;
  const [operator, ...terms] = expression as [string, ...Expression[]];
  if (!(operator in SIDE_BY_SIDE) || terms.length < 2 || terms.length > MAX_SUMMANDS + 1) return undefined;
  const sign = SIDE_BY_SIDE[operator as keyof typeof SIDE_BY_SIDE];
  return {
    sign,
    terms: terms.map((term, i) => {
      const part =
        i === terms.length - 1
          ? value
          : i === 0
            ? evaluate(term, valueOf)
            : evaluate([sign, ...terms.slice(0, i + 1)], valueOf);
      return {
        term,
        tokens: tokensOf(shorten(term, valueOf), digits, i === 0 ? RANK[sign] - 0.5 : RANK[sign]),
        total: printed(part, i === terms.length - 1 ? RESULT_DIGITS : digits),
      };
    }),
  };
}

/** An expression with numbers in place of ids. */
type Numbers =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly id: QuantityId | undefined;
      readonly exact: boolean;
    }
  | { readonly kind: "negative"; readonly operand: Numbers }
  | {
      readonly kind: "call";
      readonly name: "exp" | "ln" | "tanh" | "sqrt" | "sin";
      readonly operand: Numbers;
    }
  | {
      readonly kind: "infix";
      readonly sign: "+" | "-" | "*" | "/" | "^";
      readonly terms: readonly Numbers[];
      readonly others?: NonNullable<Line["others"]>;
    };

const plain = (value: number): Numbers => ({ kind: "number", value, id: undefined, exact: true });
const infix = (sign: "+" | "-" | "*" | "/" | "^", ...terms: Numbers[]): Numbers =>
  terms.length === 1 ? terms[0]! : { kind: "infix", sign, terms };

/** The same in the words of a calculator: σ, |z| and ln(1 + x) written out, a maximum as what it comes to. */
function shorten(expression: Expression, valueOf: (id: string) => number): Numbers {
  if (typeof expression === "number") {
    return { kind: "number", value: expression, id: undefined, exact: Number.isInteger(expression) };
  }
  if (typeof expression === "string") {
    return { kind: "number", value: valueOf(expression), id: expression as QuantityId, exact: false }; // an explanation is over ids
  }
  const [operator, ...operands] = expression;
  const terms = operands.map((operand) => shorten(operand, valueOf));
  const only = terms[0]!;
  switch (operator) {
    case "sum":
      return terms.length > MAX_SUMMANDS ? gathered(terms) : infix("+", ...terms);
    case "+":
      return infix("+", ...terms);
    case "-":
    case "*":
    case "/":
      return infix(operator, ...terms);
    case "power":
      return infix("^", ...terms);
    case "neg":
      return negative(only);
    case "sqrt":
    case "exp":
    case "tanh":
    case "sin":
      return { kind: "call", name: operator, operand: only };
    case "log1p":
      // A calculator loses a small x beside the 1; to four digits ln(1 + x) is x itself.
      if (Math.abs(valueAt(only)) < 1e-8) return only;
      return {
        kind: "call",
        name: "ln",
        operand: onePlus(operands[0]!, only, (term) => shorten(term, valueOf)),
      };
    case "sigmoid":
      return infix(
        "/",
        plain(1),
        infix("+", plain(1), { kind: "call", name: "exp", operand: negative(only) }),
      );
    case "abs":
      return absolute(only);
    case "max":
      return terms.reduce((largest, term) => (valueAt(term) > valueAt(largest) ? term : largest));
    case "relu":
      return valueAt(only) <= 0 ? plain(0) : only;
    case "step":
      return plain(valueAt(only) > 0 ? 1 : 0);
    case "sign":
      return plain(Math.sign(valueAt(only)));
    case "round":
      return plain(evaluate(["round", valueAt(only), valueAt(terms[1]!)], valueOf));
    case "largest":
      return plain(firstLargest(terms.slice(1).map(valueAt)) === valueAt(only) ? 1 : 0);
    case "right":
      return plain(isCorrect(valueAt(terms[0]!), valueAt(terms[1]!)) ? 1 : 0);
    case "mean":
      return infix("/", gathered(terms), plain(terms.length));
  }
}

/** 1 + x as a person writes it: a for x = a − 1, and 1 − a for x = −a. */
function onePlus(x: Expression, shortened: Numbers, shortenedTo: (term: Expression) => Numbers): Numbers {
  if (!Array.isArray(x)) return infix("+", plain(1), shortened);
  const [operator, first = 0, second] = x as readonly [string, Expression?, Expression?];
  if (operator === "-" && second === 1) return shortenedTo(first);
  if (operator === "neg") return infix("-", plain(1), shortenedTo(first));
  return infix("+", plain(1), shortened);
}

/** −a; two signs cancel, so that −|z| of a negative z is z itself. */
function negative(term: Numbers): Numbers {
  return term.kind === "negative" ? term.operand : { kind: "negative", operand: term };
}

/** |a − b| without bars: the larger less the smaller. */
function absolute(term: Numbers): Numbers {
  if (!(valueAt(term) < 0)) return term;
  return term.kind === "infix" && term.sign === "-"
    ? { ...term, terms: term.terms.toReversed() }
    : negative(term);
}

/**
 * Many terms as the largest few and what all the others add up to. Where the terms cancel almost completely, one number
 * for the others is too coarse: what its rounding lost follows as a last one.
 */
function gathered(terms: readonly Numbers[]): Numbers {
  if (terms.length <= MAX_TERMS) return infix("+", ...terms);
  const total = terms.reduce((sum, term) => sum + valueAt(term), 0);
  const largest = terms.toSorted((a, b) => Math.abs(valueAt(b)) - Math.abs(valueAt(a))).slice(0, LARGEST);
  const head = largest.reduce((sum, term) => sum + valueAt(term), 0);
  const others = total - head;
  const lost = total - (head + others);
  const rest = [others, ...(Math.abs(lost) > 1e-9 * Math.abs(total) ? [lost] : [])];
  return {
    kind: "infix",
    sign: "+",
    terms: [
      ...largest,
      ...rest.map((value): Numbers => ({ kind: "number", value, id: undefined, exact: false })),
    ],
    others: { terms: terms.length - LARGEST, numbers: rest.length },
  };
}

/** What a line doesn't print one by one; it has at most one long sum. */
function othersOf(numbers: Numbers): Line["others"] {
  if (numbers.kind === "number") return undefined;
  if (numbers.kind !== "infix") return othersOf(numbers.operand);
  if (numbers.others !== undefined) return numbers.others;
  for (const term of numbers.terms) {
    const found = othersOf(term);
    if (found !== undefined) return found;
  }
  return undefined;
}

const valueAt = (numbers: Numbers): number => calculate(numbers, undefined);

/** What a calculator makes of the numbers as they are printed; with no digits given, as they are. */
function calculate(numbers: Numbers, digits: number | undefined): number {
  switch (numbers.kind) {
    case "number":
      return digits === undefined || numbers.exact ? numbers.value : Number(printed(numbers.value, digits));
    case "negative":
      return -calculate(numbers.operand, digits);
    case "call": {
      const x = calculate(numbers.operand, digits);
      return { exp, ln, sin, tanh, sqrt: Math.sqrt }[numbers.name](x);
    }
    case "infix": {
      const values = numbers.terms.map((term) => calculate(term, digits));
      return values.reduce((a, b) => {
        switch (numbers.sign) {
          case "+":
            return a + b;
          case "-":
            return a - b;
          case "*":
            return a * b;
          case "/":
            return a / b;
          case "^":
            return powerInt(a, b);
        }
      });
    }
  }
}

/** A number that needs fewer digits than it may have is printed with those: 0.9, not 0.90000. */
function brief(value: number, digits: number): string {
  const text = printed(value, digits);
  const whole = plainExponent(String(value));
  return whole.length < text.length ? whole : text;
}

const RANK = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 3 } as const;

function tokensOf(numbers: Numbers, digits: number, around: number): Token[] {
  switch (numbers.kind) {
    case "number": {
      const text = numbers.exact ? plainExponent(String(numbers.value)) : brief(numbers.value, digits);
      const safe = text.startsWith("-") && around > 0 ? `(${text})` : text;
      return [numbers.id === undefined ? { text: safe } : { text: safe, id: numbers.id }];
    }
    case "negative": {
      const parts = [{ text: "-" }, ...tokensOf(numbers.operand, digits, RANK["^"])];
      // Only at the beginning of a sum or a product does a sign stand without brackets.
      const isFirst = around === 0 || around === RANK["+"] - 0.5 || around === RANK["*"] - 0.5;
      return isFirst ? parts : [{ text: "(" }, ...parts, { text: ")" }];
    }
    case "call":
      return [{ text: `${numbers.name}(` }, ...tokensOf(numbers.operand, digits, 0), { text: ")" }];
    case "infix": {
      const rank = RANK[numbers.sign];
      const sign = numbers.sign === "^" ? "^" : ` ${numbers.sign} `;
      const parts = numbers.terms.flatMap((term, i) => [
        ...(i === 0 ? [] : [{ text: sign }]),
        ...tokensOf(term, digits, i === 0 ? rank - 0.5 : rank),
      ]);
      // On the right of − and / even an equal rank needs its brackets.
      const loose = rank < around || (rank === around && around > 0);
      return loose ? [{ text: "(" }, ...parts, { text: ")" }] : parts;
    }
  }
}
