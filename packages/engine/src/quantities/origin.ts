/** What there is to know of where one kind of quantity comes from. */
import type { Expression } from "../math/expression.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Message } from "../text/message.ts";
import type { Derivation, Run } from "./run.ts";

/** The value of a quantity by the text of its id. */
type ValueOf = (id: string) => number;

/** A wrong number with a known cause, and what to say of it. */
export interface CommonMistake {
  readonly value: number;
  readonly text: Message;
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
  /** The value, the expression that gives it to the last bit, and a caption. @throws UnknownQuantity */
  readonly derive: (run: Run, id: I, valueOf: ValueOf) => Derivation;
  /** What is computed from it, one step forward. For what all samples use, the first sample stands for all. */
  readonly usedBy: (run: Run, id: I) => readonly QuantityId[];
  /** Common mistakes besides a flipped sign. */
  readonly commonMistakes?: (exercise: Exercise<I>) => readonly CommonMistake[];
}

/** From what nothing further is computed. */
export const unused = (): readonly QuantityId[] => [];
