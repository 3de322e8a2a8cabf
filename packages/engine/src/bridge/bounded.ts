/**
 * Numbers with a bound of what rounding can have done to them: running error analysis (Wilkinson 1963; Higham 2002, § 3.3).
 *
 * Each operation adds the unit roundoff times the sizes of its terms to the errors that its operands bring along. Another
 * order of the same operations stays within the bound, so a right loop does too, however it is written.
 */
import { type Expression, evaluate, type Operator } from "../math/expression.ts";
import type { Precision } from "./dtype.ts";

/** A number and a bound of its error: the loop's own lies within value ± error. */
export interface Bounded {
  readonly value: number;
  readonly error: number;
}

/** Numbers with their bounds. */
export interface Bounds {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** One of them. */
export const at = ({ values, errors }: Bounds, i: number): Bounded => ({
  value: values[i]!,
  error: errors[i]!,
});

/** How many roundings an operation is allowed, so that another way of writing it stays within the bound. */
const EACH = 2;
/** The same for e^x, tanh and the like, whose libraries differ by some units in the last place. */
const LIBRARY = 8;

/** A number that carries no error. */
export const exactly = (value: number): Bounded => ({ value, error: 0 });

/** The bound for a sum of `count` terms with these sizes in total, added in any order. The loop's sum may have overflowed. */
export const sumError = ({ unit, tiny, max }: Precision, count: number, size: number): number =>
  size > max ? Infinity : (count + EACH) * (unit * size + tiny);

/** Sums that are later divided may overflow where their mean is this much smaller than the largest number. */
const OVERFLOWING = 2 ** -20;

/** Whether a recorded number lies within the bound. Where the loop may have overflowed, infinities and NaN are right too. */
export function agrees(recorded: number, { value, error }: Bounded, { max }: Precision): boolean {
  if (Object.is(recorded, value) || recorded === value) return true;
  if (!(Math.abs(value) <= max && error <= max)) return true;
  if (!Number.isFinite(recorded)) return Math.abs(value) + error > OVERFLOWING * max;
  return Math.abs(recorded - value) <= error;
}

/**
 * Whether agreeing with a number says anything: the bound is no larger than the number, or than 1 for small ones. After an
 * overflow, or where errors have grown beyond all numbers, it isn't.
 */
export function isTelling(recorded: number, { value, error }: Bounded, { max }: Precision): boolean {
  if (Object.is(recorded, value) || recorded === value) return true;
  return Math.abs(value) <= max && error <= Math.max(1, Math.abs(value));
}

/** The value of an expression with its bound. */
export function evaluateBounded(
  expression: Expression,
  valueOf: (name: string) => Bounded,
  precision: Precision,
): Bounded {
  if (typeof expression === "number") return rounded(expression, precision);
  if (typeof expression === "string") return valueOf(expression);
  const [operator, ...operands] = expression;
  const of = operands.map((operand) => evaluateBounded(operand, valueOf, precision));
  const operandValues = of.map((one) => one.value);
  const value =
    operator === "power"
      ? bySquaring(operandValues[0]!, operandValues[1]!)
      : evaluate([operator, ...operandValues], () => NaN);
  return {
    value,
    error: Math.abs(value) > precision.max ? Infinity : errorOf(operator, of, value, precision),
  };
}

/** A constant or a hyperparameter, which the loop rounds to its own format. */
export function rounded(value: number, { unit }: Precision): Bounded {
  return { value, error: Number.isInteger(value) ? 0 : unit * Math.abs(value) };
}

/** base^exponent in few multiplications: what the order changes is far within the bound. */
function bySquaring(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = bySquaring(base, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half * half : half * half * base;
}

/** What an operation makes of the errors of its operands, and what its own rounding adds. */
type ErrorRule = (operands: readonly [Bounded, Bounded], value: number, precision: Precision) => number;

/** The error of a value that stays within a range of this size. Where z may have overflowed, it may be NaN. */
export const atMost = (range: number, error: number): number =>
  Number.isFinite(error) ? Math.min(range, error) : Infinity;

const added: ErrorRule = ([a, b], _value, { unit }) =>
  a.error + b.error + EACH * unit * (Math.abs(a.value) + Math.abs(b.value));
const larger: ErrorRule = ([a, b]) => Math.max(a.error, b.error);
const kept: ErrorRule = ([a]) => a.error;
/** Where a sign or a step jumps is for the caller to say. */
const none: ErrorRule = () => 0;

const errorRules: Partial<Record<Operator, ErrorRule>> = {
  "+": added,
  "-": added,
  "*": ([a, b], value, { unit, tiny }) =>
    Math.abs(a.value) * b.error +
    Math.abs(b.value) * a.error +
    a.error * b.error +
    EACH * (unit * Math.abs(value) + tiny),
  "/": ([a, b], value, { unit, tiny }) => {
    const least = Math.abs(b.value) - b.error;
    const size = Math.abs(value);
    return least > 0 ? (a.error + size * b.error) / least + EACH * (unit * size + tiny) : Infinity;
  },
  sqrt: ([a], value, { unit }) =>
    Math.sqrt(a.value + a.error) - Math.sqrt(Math.max(0, a.value - a.error)) + EACH * unit * value,
  power: ([base, exponent], value, { unit }) =>
    base.value === 0 ? base.error : exponent.value * (base.error / base.value + EACH * unit) * value,
  // Also where tanh is computed by e^z, which cancels for small values.
  tanh: ([z], value, { unit }) => atMost(2, z.error * (1 - value * value + z.error)) + LIBRARY * unit,
  sigmoid: ([z], value, { unit, tiny }) =>
    atMost(1, z.error * value * (1 - value + 2 * z.error)) + LIBRARY * (unit * value + tiny),
  relu: ([z]) => (z.value < -z.error ? 0 : z.error),
  max: larger,
  neg: kept,
  abs: kept,
  sign: none,
  step: none,
};

/** @throws RangeError for an operator that no activation, optimizer or regularizer uses */
function errorOf(
  operator: Operator,
  operands: readonly Bounded[],
  value: number,
  precision: Precision,
): number {
  const rule = errorRules[operator];
  if (rule === undefined) throw new RangeError(`${operator} has no rule for errors.`);
  if (operands.length <= 2) return rule([operands[0]!, operands[1] ?? exactly(0)], value, precision);
  throw new RangeError(`${operator} has a rule for at most two operands; it has ${operands.length}.`);
}
