/** What there is to know of where one kind of quantity comes from. */
import type { Expression } from "../math/expression.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Derivation, Run } from "./run.ts";

/** The value of a quantity by the text of its id. */
type ValueOf = (id: string) => number;

/** A usual mistake: the number that somebody gets who makes it, and what to tell them. */
export interface Mistake {
  readonly value: number;
  readonly words: string;
}

/** A quantity that somebody works out by hand. */
export interface Exercise<I> {
  readonly run: Run;
  readonly id: I;
  readonly value: number;
  /** What the operator at the top of its expression is applied to. */
  readonly operands: readonly Expression[];
  /** The value of an expression over ids of the run. */
  readonly at: (part: Expression) => number;
}

/** Where quantities of one kind come from. */
export interface Origin<I> {
  /** The value, the expression that gives it to the last bit, and a sentence. @throws UnknownQuantity */
  readonly derive: (run: Run, id: I, valueOf: ValueOf) => Derivation;
  /** What is computed from it, one step forward. For what all samples use, the first sample stands for all. */
  readonly usedBy: (run: Run, id: I) => readonly QuantityId[];
  /** Usual mistakes besides a flipped sign. */
  readonly mistakes?: (exercise: Exercise<I>) => readonly Mistake[];
}

/** From what nothing further is computed. */
export const unused = (): readonly QuantityId[] => [];
