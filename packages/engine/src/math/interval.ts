/**
 * Interval arithmetic over expressions: the range of a result when each number in it may lie anywhere in an interval.
 *
 * A number that occurs twice counts as two, so the range may be a little wider than the true one, never narrower, but for
 * the rounding of doubles, which is far below the rounding of printed digits that it's used for.
 */
import { evaluate, type Expression, type Operator } from "./expression.ts";

/** All numbers from `low` to `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval that holds one number. */
export const exactly = (value: number): Interval => ({ low: value, high: value });

/** The interval of all numbers at most `by` away from those of another. */
export const widened = ({ low, high }: Interval, by: number): Interval => ({
  low: low - by,
  high: high + by,
});

/** The smallest interval that holds these numbers. */
const hull = (...values: readonly number[]): Interval => ({
  low: Math.min(...values),
  high: Math.max(...values),
});

/** The smallest interval that holds all of these. */
export const union = (intervals: readonly Interval[]): Interval =>
  hull(...intervals.flatMap(({ low, high }) => [low, high]));

export const contains = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;

export const overlap = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** The range of an expression; `rangeOf` gives the interval of each id. */
export function rangeOf(expression: Expression, ofId: (id: string) => Interval): Interval {
  if (typeof expression === "number") return exactly(expression);
  if (typeof expression === "string") return ofId(expression);
  const [operator, ...operands] = expression;
  return applied(
    operator,
    operands.map((operand) => rangeOf(operand, ofId)),
  );
}

/** The range of an operator's result. */
function applied(operator: Operator, ranges: readonly Interval[]): Interval {
  const [first = exactly(0), second = exactly(0)] = ranges;
  switch (operator) {
    case "-":
      return { low: first.low - second.high, high: first.high - second.low };
    case "neg":
      return { low: -first.high, high: -first.low };
    case "*":
      return ranges.reduce((product, range) => corners("*", product, range));
    case "/":
      return contains(second, 0) ? { low: -Infinity, high: Infinity } : corners("/", first, second);
    case "power":
      return bent("power", first, second.low);
    case "abs":
      return bent("abs", first);
    case "sin":
      return waves(first);
    case "right":
    case "largest":
      return first.low === first.high && ranges.every(({ low, high }) => low === high)
        ? exactly(at(operator, ...ranges.map(({ low }) => low)))
        : { low: 0, high: 1 };
    case "+":
    case "sum":
    case "mean":
    case "sqrt":
    case "sign":
    case "round":
    case "exp":
    case "log1p":
    case "tanh":
    case "sigmoid":
    case "max":
    case "relu":
    case "step":
      // They rise, or stay, with each of their operands; log1p and sqrt only from where they begin.
      return {
        low: at(operator, ...ranges.map(({ low }) => low)),
        high: at(operator, ...ranges.map(({ high }) => high)),
      };
  }
}

const at = (operator: Operator, ...values: readonly number[]): number =>
  evaluate([operator, ...values], Number);

/** The range of an operator that rises or falls in each operand, whatever the other is. */
function corners(operator: Operator, a: Interval, b: Interval): Interval {
  return hull(
    ...[a.low, a.high].flatMap((left) => [b.low, b.high].map((right) => at(operator, left, right))),
  );
}

/** The range of an operator that may turn at 0. */
function bent(operator: Operator, { low, high }: Interval, ...rest: readonly number[]): Interval {
  const turns = low < 0 && high > 0 ? [0] : [];
  return hull(...[low, ...turns, high].map((value) => at(operator, value, ...rest)));
}

/** The range of the sine, which is ±1 at π/2 + kπ. */
function waves({ low, high }: Interval): Interval {
  const tops: number[] = [];
  for (let k = Math.ceil(low / Math.PI - 0.5); (k + 0.5) * Math.PI <= high && tops.length < 2; k++) {
    tops.push(k % 2 === 0 ? 1 : -1);
  }
  return hull(at("sin", low), ...tops, at("sin", high));
}
