/**
 * A finished exercise in one line, for handing in. It holds the exercise and the answers, so that whoever receives it can judge
 * them again.
 */
import { exercises as text } from "#text/exercises";
import { result } from "#text/result";
import { createSession } from "../session/createSession.ts";
import { type Answers, judge, judgeOrder, parseExercise } from "../exercises/index.ts";
import type { Exercise, NumbersExercise } from "../exercises/exercise.ts";
import { ExperimentError, InputError } from "../math/errors.ts";
import { fingerprint } from "../math/fingerprint.ts";
import { attempt } from "../math/result.ts";
import { isObject } from "../schema/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import type { Message } from "../text/message.ts";
import { shortExercise } from "./exerciseLink.ts";
import { type LineParts, writeLine } from "./line.ts";
import { assertUpdates } from "./result.ts";

/** What somebody answered: numbers by their ids, or for the style “ordered” the lines as shown, from 0, first to last. */
export type Answered = Answers | readonly number[];

/** An exercise that was worked on. */
export interface Finished {
  readonly exercise: Exercise;
  readonly answers: Answered;
  /** The name that was typed; empty if there is none. */
  readonly name: string;
}

/** How many answers are right, and of how many. One that follows from an earlier one counts. */
export interface ExerciseScore {
  readonly correct: number;
  readonly of: number;
}

/** A finished exercise as its line tells it. It isn't read yet: that takes its updates. */
export interface ExerciseResult {
  readonly experiment: Experiment;
  /** The updates done before. */
  readonly t: number;
  /** The rest of the exercise, with its ids in one text, and the answers in the order in which they are asked for, false where there is none. */
  readonly written: Readonly<Record<string, unknown>>;
  /** The answers that the line says are right. */
  readonly correct: number;
  readonly fingerprint: string;
  readonly name: string;
}

/** Counts the right answers. @throws InputError for an answer that isn't asked for */
export function scoreOf(exercise: Exercise, answers: Answered): ExerciseScore {
  if (isOrder(answers)) {
    const judged = judgeOrder(ordered(exercise), answers);
    const right = judged.filter(({ verdict }) => verdict === "correct").length;
    const wrong = judged.filter(({ verdict }) => verdict === "mistake").length;
    // A line that should have been left out takes the place of one that is right.
    return { correct: Math.max(0, right - wrong), of: exercise.ask.length };
  }
  const right = judge(exercise, answers).filter(
    ({ verdict }) => verdict === "correct" || verdict === "follows",
  );
  return { correct: right.length, of: exercise.ask.length };
}

const isOrder = (answers: Answered): answers is readonly number[] => Array.isArray(answers);

/** @throws InputError for an exercise whose answer isn't an order */
function ordered(exercise: Exercise): NumbersExercise {
  if (exercise.style === "ordered") return exercise;
  throw new InputError(text.notOrdered());
}

/** The line of a finished exercise. @throws InputError for a worked exercise, or an answer that isn't asked for */
export function exerciseLine({ exercise, answers, name }: Finished): string {
  if (exercise.style === "worked") throw new InputError(text.nothingAsked());
  const { correct } = scoreOf(exercise, answers);
  const { t } = exercise;
  const { t: _, ask, ...rest } = shortExercise(exercise);
  const given = isOrder(answers) ? answers : exercise.ask.map((id) => answers[id] ?? false);
  return writeLine({
    t,
    written: { ...rest, ask: ask?.join(","), answers: given },
    number: correct,
    fingerprint: parametersOf(exercise),
    name,
  });
}

/** The fingerprint of the parameters that an exercise states. */
function parametersOf({ experiment, t }: Exercise): string {
  const session = createSession(experiment);
  while (session.t < t) session.step();
  return fingerprint(session.params);
}

/** The finished exercise in the parts of a line; undefined if it holds a run. @throws ExperimentError */
export function exerciseOfLine({
  written,
  number: correct,
  ...parts
}: LineParts): ExerciseResult | undefined {
  if (!isObject(written) || !("experiment" in written)) return undefined;
  const { experiment: chosen, ...rest } = written;
  const experiment = attempt(() => parseExperiment(chosen));
  if (!experiment.ok) throw new ExperimentError(result.noExperiment({ why: experiment.why }));
  assertUpdates(parts.t);
  return { ...parts, experiment: experiment.value, written: rest, correct };
}

/** The exercise and the answers of a line. It takes the updates done before. @throws InputError */
export function readFinished({ experiment, t, written, name }: ExerciseResult): Finished {
  const { answers, ask, ...rest } = written;
  const asked = typeof ask === "string" ? { ask: ask.split(",") } : {};
  const exercise = parseExercise({ ...rest, ...asked, experiment, t });
  const list = Array.isArray(answers) ? (answers as readonly unknown[]) : [];
  const isNumber = (one: unknown): one is number => typeof one === "number";
  if (exercise.style === "ordered") return { exercise, answers: list.filter(isNumber), name };
  const typed = exercise.ask.flatMap((id, i) => (isNumber(list[i]) ? [[id, list[i]] as const] : []));
  return { exercise, answers: Object.fromEntries(typed), name };
}

/** Judges a finished exercise again. The score if its line tells the same, or else what differs. @throws InputError */
export function judgeFinished(line: ExerciseResult): {
  readonly score: ExerciseScore;
  readonly difference: Message | undefined;
} {
  const { exercise, answers } = readFinished(line);
  const score = scoreOf(exercise, answers);
  const difference =
    score.correct !== line.correct
      ? result.score({ found: line.correct, ...score })
      : parametersOf(exercise) !== line.fingerprint
        ? result.exerciseParameters()
        : undefined;
  return { score, difference };
}
