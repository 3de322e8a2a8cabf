/** The definition of where one kind of quantity comes from. */
import type { Expression } from "../math/expression.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Message } from "../text/message.ts";
import type { Derivation, Run } from "./run.ts";

/** The value of a quantity by the text of its id. */
type ValueOf = (id: string) => number;

/** A wrong answer with a known cause, and the feedback on it. */
export interface CommonMistake {
  readonly value: number;
  /** How it is computed wrongly, where an expression says it. */
  readonly expression?: Expression;
  readonly text: Message;
}

/** A quantity to compute by hand. */
export interface Exercise<I> {
  readonly run: Run;
  readonly id: I;
  readonly value: number;
  /** The operands of the top operator of its expression. */
  readonly operands: readonly Expression[];
  /** The value of an expression over ids of the run. */
  readonly at: (part: Expression) => number;
}

/** Where quantities of one kind come from. */
export interface Origin<I> {
  /** The value, the expression that gives it to the last bit, and a caption. @throws UnknownQuantity */
  readonly derive: (run: Run, id: I, valueOf: ValueOf) => Derivation;
  /** What is computed from it, one step forward. If all samples use it, only the first sample's quantity is listed. */
  readonly usedBy: (run: Run, id: I) => readonly QuantityId[];
  /** Common mistakes besides a flipped sign. */
  readonly commonMistakes?: (exercise: Exercise<I>) => readonly CommonMistake[];
}

/** For a quantity that nothing is computed from. */
export const unused = (): readonly QuantityId[] => [];
