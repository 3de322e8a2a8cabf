/** The right answers of an exercise, with the range in which an answer is right, and the answers of common mistakes. */
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Expression } from "../math/expression.ts";
import { contains, exactly, type Interval, widened } from "../math/interval.ts";
import { commonMistakesOf, derive } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";
import type { Message } from "../text/message.ts";
import { halfUnit } from "./digits.ts";
import type { Exercise, NumbersExercise } from "./exercise.ts";
import { type Ranges, rangesOf } from "./ranges.ts";
import { runOf } from "./stated.ts";

/** A wrong answer with a known cause, and the range of answers that show it. */
export interface MistakenAnswer {
  readonly value: number;
  readonly range: Interval;
  /** How it is computed wrongly, where an expression says it. */
  readonly expression?: Expression;
  /** The feedback on it. */
  readonly text: Message;
}

/** One right answer. */
export interface Answer {
  readonly id: QuantityId;
  readonly value: number;
  /** All right answers. */
  readonly range: Interval;
  /** What common mistakes give, those that give the right answer here left out. */
  readonly mistakes: readonly MistakenAnswer[];
}

/** The right answers of an exercise, in the order in which they are asked for. */
export interface Solution {
  readonly run: Run;
  readonly answers: readonly Answer[];
}

/** Solves an exercise that asks for numbers. */
export function solutionOf(exercise: NumbersExercise): Solution {
  const run = runOf(exercise);
  const ranges = rangesOf(run, exercise);
  return { run, answers: exercise.ask.map((id) => answerOf(run, exercise, id, ranges)) };
}

/** The answer that follows from numbers, which may be a person's own. */
export function answerOf(run: Run, { digits }: Exercise, id: QuantityId, ranges: Ranges): Answer {
  const { expression, value: right } = derive(run, idOf(id));
  const value = expression === undefined ? right : ranges.value(expression);
  const range = ranges.answer(id);
  const mistakes = commonMistakesOf({ run, id: idOf(id), value, expression, at: ranges.value })
    .filter((mistake) => Number.isFinite(mistake.value) && differs(mistake.value, value))
    .map((mistake) => Object.assign({ range: around(mistake.value, value, range, digits) }, mistake));
  return { id, value, range, mistakes };
}

/** How far apart two numbers are at least, as a share of their size, that aren't equal but for the rounding of doubles. */
const APART = 1e-12;

/** Whether a mistake shows at all: without it a product with 1, or a sum with 0, is the same. */
const differs = (mistake: number, value: number): boolean =>
  Math.abs(mistake - value) > APART * Math.max(Math.abs(mistake), Math.abs(value));

/** The range around a mistaken answer, which is as sure as the right one is. */
function around(mistaken: number, value: number, { low, high }: Interval, digits: number): Interval {
  const share = value === 0 ? 0 : (high - low) / 2 / Math.abs(value);
  return widened(
    exactly(mistaken),
    Math.max(halfUnit(mistaken === 0 ? value : mistaken, digits), share * Math.abs(mistaken)),
  );
}

/** The first mistake that an answer shows which isn't right. */
export const mistakeOf = ({ mistakes }: Answer, answer: number): MistakenAnswer | undefined =>
  mistakes.find(({ range }) => contains(range, answer));
