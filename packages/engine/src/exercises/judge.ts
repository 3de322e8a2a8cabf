/** Judges the answers to an exercise. What follows from a person's own earlier answers counts as right. */
import { exercises as text } from "#text/exercises";
import type { QuantityId } from "../ids/kind.ts";
import { InputError, short } from "../math/errors.ts";
import { format } from "../math/format.ts";
import { contains } from "../math/interval.ts";
import type { Message } from "../text/message.ts";
import { toDigits } from "./digits.ts";
import { DIGITS, type Exercise, type NumbersExercise } from "./exercise.ts";
import type { Judgment } from "./judgment.ts";
import { rangesOf } from "./ranges.ts";
import { type Answer, answerOf, mistakeOf, solutionOf } from "./solution.ts";
import { judgeUnknown } from "./solve.ts";
import { completed } from "./stems.ts";

/** Answers by what is asked: its stem, such as `z.1.1`, or its whole id. */
export type Answers = Readonly<Record<string, number>>;

/** Judges each answer, in the order in which they are asked for. @throws InputError for an answer that isn't asked for */
export function judge(exercise: Exercise, answers: Answers): readonly Judgment[] {
  const own = ownAnswers(exercise, answers);
  return exercise.style === "solve" ? [judgeUnknown(exercise, own)] : judgeNumbers(exercise, own);
}

function judgeNumbers(exercise: NumbersExercise, own: ReadonlyMap<QuantityId, number>): Judgment[] {
  const { run, answers } = solutionOf(exercise);
  const fromOwn = rangesOf(run, exercise, own);
  return answers.map((right) => {
    const { id, value, range } = right;
    const answer = own.get(id);
    const said =
      answer === undefined
        ? ({ verdict: "missing", message: text.missing({ value: format(value) }) } as const)
        : verdictOn(answer, right, exercise.digits, () => answerOf(run, exercise, id, fromOwn));
    return Object.assign(said, { id, answer, value, range });
  });
}

/** The verdict on an answer, which may be right, or follow from a person's own earlier answers. */
function verdictOn(
  answer: number,
  right: Answer,
  digits: number,
  following: () => Answer,
): Pick<Judgment, "verdict" | "mistake" | "message"> {
  const value = format(right.value);
  if (contains(right.range, answer)) return { verdict: "correct", message: text.correct({ value }) };
  const own = following();
  if (contains(own.range, answer)) return { verdict: "follows", message: text.follows({ value }) };
  const mistake =
    (mistakeOf(right, answer) ?? mistakeOf(own, answer))?.text ?? tooShort(answer, right.value, digits);
  if (mistake === undefined) return { verdict: "wrong", message: text.wrong({ value }) };
  return { verdict: "mistake", mistake, message: text.mistake({ value, mistake }) };
}

/** What is said of an answer that is right, but rounded to fewer digits than it should have, two at least. */
function tooShort(answer: number, right: number, digits: number): Message | undefined {
  const fewer = Array.from({ length: digits - DIGITS.min }, (_, i) => DIGITS.min + i);
  return fewer.some((few) => toDigits(right, few) === answer) ? text.moreDigits({ digits }) : undefined;
}

/** The answers by their ids. */
function ownAnswers({ ask, sample, t }: Exercise, answers: Answers): Map<QuantityId, number> {
  const own = new Map<QuantityId, number>();
  for (const [key, answer] of Object.entries(answers)) {
    const id = completed(key, { sample, t }, "answers");
    if (!ask.includes(id)) throw new InputError(text.notAsked({ id: short(key) }));
    if (!Number.isFinite(answer)) throw new InputError(text.noNumber({ id: short(key) }));
    own.set(id, answer);
  }
  return own;
}
