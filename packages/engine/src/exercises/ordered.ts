/**
 * Lines to put in order (Parsons problems): the formulas of what is asked, shuffled, and between them lines with a common
 * mistake, which are to be left out. Every order counts in which each line comes after those that it uses.
 *
 * Parsons & Haden 2006, Parson's programming puzzles: a fun and effective learning tool for first programming courses.
 */
import { exercises as text } from "#text/exercises";
import { idOf, plainOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Expression, idsOf } from "../math/expression.ts";
import { InputError } from "../math/errors.ts";
import { createRandom, permutation } from "../math/random.ts";
import type { Message } from "../text/message.ts";
import { seedOf } from "../session/seed.ts";
import type { NumbersExercise } from "./exercise.ts";
import { type Solution, solutionOf } from "./solution.ts";
import { formulasOf, isPieceOfSoftmax } from "./symbols.ts";
import { writtenAs } from "./substitution.ts";

/** One line: a formula, right or wrong. */
export interface OrderedLine {
  /** The quantity on the left. */
  readonly id: QuantityId;
  /** The formula in TeX. */
  readonly tex: string;
  /** The common mistake in it; undefined for a right line. */
  readonly mistake: Message | undefined;
}

/** What is wrong with a line where somebody put it, or with one that was left out. */
export interface OrderedJudgment {
  /** The line's number as shown, from 0. */
  readonly line: number;
  readonly verdict: "correct" | "mistake" | "tooEarly" | "missing";
  readonly message: Message;
}

/** The number of right lines for each line with a mistake; there is at least one of those. */
const RIGHT_PER_WRONG = 3;

/** The lines in the order in which they are shown, which is the same whenever the exercise is the same. */
export function orderedLines(
  exercise: NumbersExercise,
  solution: Solution = solutionOf(exercise),
): OrderedLine[] {
  const seed = seedOf(exercise.experiment) ?? 0;
  const formula = formulasOf(exercise, solution.run);
  const right = exercise.ask.map((id): OrderedLine => ({ id, tex: formula(id), mistake: undefined }));
  const lines = [...right, ...wrongLines(exercise, solution, seed)];
  return Array.from(permutation(lines.length, seed), (i) => lines[i]!);
}

/** The lines with a mistake, each for another quantity. */
function wrongLines(exercise: NumbersExercise, { run, answers }: Solution, seed: number): OrderedLine[] {
  const random = createRandom(seed);
  const formula = formulasOf(exercise, run);
  const right = new Set(exercise.ask.map((id) => formula(id)));
  const all = answers.flatMap(({ id, mistakes }) => {
    const wrong = mistakes.flatMap(({ expression, text: mistake }) =>
      expression !== undefined && shows(expression, id, exercise) && !right.has(formula(id, expression))
        ? [{ id, tex: formula(id, expression), mistake }]
        : [],
    );
    return wrong.length === 0 ? [] : [wrong[random.word() % wrong.length]!];
  });
  const count = Math.max(1, Math.round(exercise.ask.length / RIGHT_PER_WRONG));
  return Array.from(permutation(all.length, seed), (i) => all[i]!).slice(0, count);
}

/** Whether a mistake shows in symbols that the exercise uses, and not at first sight. */
function shows(expression: Expression, id: QuantityId, { ask }: NumbersExercise): boolean {
  const { kind } = idOf(id);
  const isSign = Array.isArray(expression) && expression[0] === "neg";
  if (isSign && kind !== "delta" && kind !== "gradient") return false;
  const used = idsOf(expression) as QuantityId[];
  return !hasSize(expression) && used.every((input) => !isPieceOfSoftmax(input) || ask.includes(input));
}

/** Whether an expression takes the size of a term: a dropped minus doesn't show in symbols. */
function hasSize(expression: Expression): boolean {
  if (!Array.isArray(expression)) return false;
  const [operator, ...operands] = expression as readonly [string, ...Expression[]];
  return operator === "abs" || operands.some(hasSize);
}

/**
 * Judges an order: the numbers of lines as shown, from 0, first to last. One judgment for each, and one for each line that is
 * missing. @throws InputError for a number that isn't a line's, or is there twice
 */
export function judgeOrder(exercise: NumbersExercise, order: readonly number[]): OrderedJudgment[] {
  const solution = solutionOf(exercise);
  const lines = orderedLines(exercise, solution);
  const wrong = order.find((line, i) => lines[line] === undefined || order.indexOf(line) !== i);
  if (wrong !== undefined) throw new InputError(text.noLine({ line: String(wrong), count: lines.length }));
  const found = new Set<QuantityId>();
  const judged = order.map((line): OrderedJudgment => {
    const { id, mistake } = lines[line]!;
    if (mistake !== undefined) return { line, verdict: "mistake", message: text.leaveOut({ mistake }) };
    const needed = neededFor(solution, exercise, id).find((input) => !found.has(input));
    found.add(id);
    return needed === undefined
      ? { line, verdict: "correct", message: text.inPlace() }
      : {
          line,
          verdict: "tooEarly",
          message: text.tooEarly({ symbol: plainOf(idOf(id)), needed: plainOf(idOf(needed)) }),
        };
  });
  const missing = lines.flatMap(({ mistake }, line): OrderedJudgment[] =>
    mistake === undefined && !order.includes(line)
      ? [{ line, verdict: "missing", message: text.missingLine() }]
      : [],
  );
  return [...judged, ...missing];
}

/** What is asked that a quantity is computed from, directly or through what isn't asked. */
function neededFor({ run }: Solution, { ask }: NumbersExercise, id: QuantityId): QuantityId[] {
  const seen = new Set<string>();
  const needed: QuantityId[] = [];
  const visit = (user: QuantityId): void => {
    for (const input of idsOf(writtenAs(run, { ask }, user) ?? 0) as QuantityId[]) {
      if (seen.has(input)) continue;
      seen.add(input);
      if (ask.includes(input)) needed.push(input);
      else visit(input);
    }
  };
  visit(id);
  return needed;
}
