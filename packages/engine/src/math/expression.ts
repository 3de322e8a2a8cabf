/**
 * Expressions: how a number follows from others, as a prefix tree of ids and constants.
 *
 * Evaluating one over the values of its ids gives the explained value to the last bit, because it does the same
 * operations in the same order as training did.
 */
import { isCorrect } from "./correct.ts";
import { exp, log1p, sigmoid, tanh } from "./elementary.ts";
import { powerInt } from "./power.ts";

/** What an expression may do with its operands. */
export type Operator = keyof typeof operators;

/** An id, a constant, or an operator before its operands. */
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
  /** The sum, divided once by how many there are. */
  mean: (...terms: number[]) => terms.reduce((sum, term) => sum + term, 0) / terms.length,
  /** A base multiplied by itself a whole number of times, from 1. */
  power: (base: number, exponent: number) => powerInt(base, exponent),
  sqrt: Math.sqrt,
  abs: Math.abs,
  exp,
  log1p,
  tanh,
  sigmoid,
  /** The largest. */
  max: (...values: number[]) => Math.max(...values),
  /** max(0, a); a NaN stays one. */
  relu: (a: number) => (a <= 0 ? 0 : a),
  /** The slope of a ReLU: 1 for a positive value, else 0. */
  step: (a: number) => (a > 0 ? 1 : 0),
  /** 1 when the probability p is on the side of the label y, else 0. */
  right: (p: number, y: number) => (isCorrect(p, y) ? 1 : 0),
} satisfies Record<string, (...values: number[]) => number>;

/** The value of an expression, given those of its ids. @throws RangeError when an operator has too few or too many operands */
export function evaluate(expression: Expression, valueOf: (id: string) => number): number {
  if (typeof expression === "number") return expression;
  if (typeof expression === "string") return valueOf(expression);
  const [operator, ...operands] = expression;
  const values = operands.map((operand) => evaluate(operand, valueOf));
  const apply: (...numbers: number[]) => number = operators[operator];
  // A function's length is the number of operands it has; those that take any number have none.
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

/** The ids in an expression, each once, in the order in which they appear. */
export function idsOf(expression: Expression): string[] {
  if (typeof expression === "number") return [];
  if (typeof expression === "string") return [expression];
  const [, ...operands] = expression;
  return [...new Set(operands.flatMap(idsOf))];
}
