/**
 * The range of right answers. Somebody who rounds each result that is asked for to its last digit, and goes on with the
 * rounded one, is off by up to half a unit there; interval arithmetic carries this through each quantity's derivation.
 */
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Expression, evaluate } from "../math/expression.ts";
import { type Interval, rangeOf, union, widened } from "../math/interval.ts";
import { derive, valueOf } from "../quantities/index.ts";
import { refsOf } from "../quantities/head.ts";
import { writingOf } from "../quantities/heads/index.ts";
import type { Run } from "../quantities/run.ts";
import { halfUnit, statedRange } from "./digits.ts";
import type { Exercise } from "./exercise.ts";
import { isStated } from "./stated.ts";

/** Ranges of the quantities of an exercise. */
export interface Ranges {
  /** The range of a quantity that is computed from its inputs and then rounded, as an answer is. */
  readonly answer: (id: QuantityId) => Interval;
  /** The number that follows from the middle of its inputs. */
  readonly value: (expression: Expression) => number;
}

/**
 * Ranges over the numbers of a run. `own` are numbers that a person goes on with instead, at their printed digits; they
 * needn't be right.
 */
export function rangesOf(
  run: Run,
  { t, ask, digits, style, given }: Exercise,
  own: ReadonlyMap<QuantityId, number> = new Map(),
): Ranges {
  const rounded = new Set(style === "solve" ? [] : [...ask, ...given]);
  const known = new Map<QuantityId, Interval>();
  const middles = new Map<QuantityId, number>();

  function computed(id: QuantityId): Interval {
    const range = union(waysTo(run, id).map((way) => rangeOf(way, (input) => goingOn(input as QuantityId))));
    return rounded.has(id) ? widened(range, halfUnit(largestIn(range), digits)) : range;
  }

  /** The range of a number that others are computed from. */
  function goingOn(id: QuantityId): Interval {
    const found = known.get(id);
    if (found !== undefined) return found;
    const typed = own.get(id);
    const range =
      typed !== undefined
        ? widened({ low: typed, high: typed }, halfUnit(typed, digits))
        : isStated(id, t)
          ? statedRange(valueOf(run, id), digits)
          : computed(id);
    known.set(id, range);
    return range;
  }

  function middle(id: QuantityId): number {
    const found = middles.get(id) ?? own.get(id);
    if (found !== undefined) return found;
    const { value, expression } = derive(run, idOf(id));
    const number = own.size === 0 || expression === undefined || isStated(id, t) ? value : at(expression);
    middles.set(id, number);
    return number;
  }

  const at = (expression: Expression): number => evaluate(expression, (id) => middle(id as QuantityId));
  return { answer: computed, value: at };
}

/** The number in an interval that is largest in size: its last digit is the coarsest. */
const largestIn = ({ low, high }: Interval): number => Math.max(Math.abs(low), Math.abs(high));

/** The expressions by which a person may compute a quantity: its derivation, and the textbook's formula where it differs. */
function waysTo(run: Run, quantity: QuantityId): Expression[] {
  const id = idOf(quantity);
  const { expression = derive(run, id).value } = derive(run, id);
  if (id.kind === "ell") {
    return [expression, writingOf(run.network.head).textbookLoss(refsOf(run, id.point, id.t)).expression];
  }
  if (id.kind === "delta" && id.l < run.network.layers.length && Array.isArray(expression)) {
    const [, sum] = expression as readonly Expression[];
    return [expression, ["*", sum!, ids.slope.of(id.l, id.j, id.point, id.t)]];
  }
  return [expression];
}
