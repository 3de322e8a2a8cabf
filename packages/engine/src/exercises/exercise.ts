/**
 * An exercise: an experiment and what is asked of one of its points. It's plain JSON, the same in a file and in memory:
 *
 *   { "experiment": …, "t": 0, "sample": 1, "ask": ["z.1.1", "p", "W.1.1.1@1"], "style": "blanks", "digits": 4 }
 *
 * Numbers on paper are the numbers used: weights and data are rounded before they are used, never only for print.
 */
import type { QuantityId } from "../ids/kind.ts";
import type { Experiment } from "../session/experiment.ts";

/** worked: every line in full; blanks: without the results asked for; ordered: lines to put in order; solve: one unknown. */
export const exerciseStyles = ["worked", "blanks", "ordered", "solve"] as const;

/** How an exercise is shown and asked. */
export type ExerciseStyle = (typeof exerciseStyles)[number];

/** The decimals to which drawn weights and generated data are rounded where an experiment doesn't say. */
export const DECIMALS = 2;
/** The fewest, the most and the usual number of significant digits of an answer. */
export const DIGITS = { min: 2, max: 8, default: 4 } as const;
/** The most numbers that an exercise may ask for. */
export const MAX_ASKED = 200;
/** The most updates × points × parameters of the training before it: an exercise opens within a second or so. */
export const MAX_WORK = 2e8;
/** The most points whose numbers an exercise may need: all of them are printed. */
export const MAX_POINTS = 4;

/** An exercise that asks for numbers. */
export interface NumbersExercise {
  readonly experiment: Experiment;
  /** The number of updates done before. */
  readonly t: number;
  /** The point to follow, from 1. */
  readonly sample: number;
  /** The numbers to compute, in order. */
  readonly ask: readonly QuantityId[];
  /** Results stated besides the parameters and the data. */
  readonly given: readonly QuantityId[];
  readonly style: Exclude<ExerciseStyle, "solve">;
  /** The significant digits of every answer. */
  readonly digits: number;
}

/** An exercise that asks which parameter, the only one in `ask`, makes a quantity equal to a number. */
export interface SolveExercise extends Omit<NumbersExercise, "style" | "given"> {
  readonly style: "solve";
  /** The one result that the unknown must give, by its id. */
  readonly given: Readonly<Record<QuantityId, number>>;
}

/** What is asked of one point of an experiment. */
export type Exercise = NumbersExercise | SolveExercise;
