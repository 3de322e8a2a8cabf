/**
 * Expressions: how a number is computed from others, as a prefix tree of ids and constants.
 *
 * Evaluating an expression gives the explained value to the last bit, because it repeats training's operations in the
 * same order.
 */
import { firstLargest } from "./classes.ts";
import { isCorrect } from "./correct.ts";
import { exp, log1p, sigmoid, sin, tanh } from "./elementary.ts";
import { powerInt } from "./power.ts";
import { roundedTo } from "./rounding.ts";

/** The name of an operation on the operands of an expression. */
export type Operator = keyof typeof operators;

/** An id, a constant, or a list of an operator and its operands. */
export type Expression = string | number | readonly [Operator, ...Expression[]];

const operators = {
  /** a + b + c …, from left to right. */
  "+": (...terms: number[]) => terms.reduce((sum, term) => sum + term),
  "-": (a: number, b: number) => a - b,
  "*": (...factors: number[]) => factors.reduce((product, factor) => product * factor),
  "/": (a: number, b: number) => a / b,
  neg: (a: number) => -a,
  /** Starts at +0 and adds from left to right. */
  sum: (...terms: number[]) => terms.reduce((sum, term) => sum + term, 0),
  /** The sum, divided once by the number of terms. */
  mean: (...terms: number[]) => terms.reduce((sum, term) => sum + term, 0) / terms.length,
  /** Starts at 1 and multiplies by the base, `exponent` times. */
  power: (base: number, exponent: number) => powerInt(base, exponent),
  sqrt: Math.sqrt,
  abs: Math.abs,
  /** −1, 0 or 1. */
  sign: Math.sign,
  /** Rounds to `decimals` digits after the point. */
  round: (value: number, decimals: number) => roundedTo(Float64Array.of(value), decimals)[0]!,
  sin,
  exp,
  log1p,
  tanh,
  sigmoid,
  /** The first of the largest. */
  max: (...values: number[]) => values[firstLargest(values)]!,
  /** max(0, a); a NaN stays one. */
  relu: (a: number) => (a <= 0 ? 0 : a),
  /** The slope of ReLU: 1 for a positive value, else 0. */
  step: (a: number) => (a > 0 ? 1 : 0),
  /** 1 if the predicted probability p gives the correct class y, else 0. */
  right: (p: number, y: number) => (isCorrect(p, y) ? 1 : 0),
  /** 1 when the first of the largest outputs is the one of the label, 0, 1, …; else 0. */
  largest: (...[label, ...outputs]: number[]) => (firstLargest(outputs) === label ? 1 : 0),
} satisfies Record<string, (...values: number[]) => number>;

/** The value of an expression; `valueOf` gives the value of each id. @throws RangeError if an operator has too few or too many operands */
export function evaluate(expression: Expression, valueOf: (id: string) => number): number {
  if (typeof expression === "number") return expression;
  if (typeof expression === "string") return valueOf(expression);
  const [operator, ...operands] = expression;
  const values = operands.map((operand) => evaluate(operand, valueOf));
  const apply: (...numbers: number[]) => number = operators[operator];
  // A function's length is its number of parameters. It's 0 for the operators that take any number of operands.
  if (apply.length > 0 && apply.length !== values.length) {
    throw new RangeError(`${operator} takes ${apply.length} operands; it has ${values.length}.`);
  }
  return apply(...values);
}

/** The expression with every name replaced. */
export function substitute(expression: Expression, replace: (name: string) => Expression): Expression {
  if (typeof expression === "number") return expression;
  if (typeof expression === "string") return replace(expression);
  const [operator, ...operands] = expression;
  return [operator, ...operands.map((operand) => substitute(operand, replace))];
}

/** The ids in an expression, each once, in order of appearance. */
export function idsOf(expression: Expression): string[] {
  if (typeof expression === "number") return [];
  if (typeof expression === "string") return [expression];
  const [, ...operands] = expression;
  return [...new Set(operands.flatMap(idsOf))];
}
