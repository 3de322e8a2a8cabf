/**
 * Variants of an exercise that asks for an unknown, each with its solution: the value that gives the result, found by
 * bisection between two values of which one gives too much and one too little, and then put in.
 */
import { unsolved as text } from "#text/exercises";
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { ParameterId } from "../ids/kinds/parameter.ts";
import { format } from "../math/format.ts";
import { valueOf } from "../quantities/index.ts";
import type { Run } from "../quantities/run.ts";
import { withParameter } from "../session/change.ts";
import { seedOf, withSeed } from "../session/seed.ts";
import type { Message } from "../text/message.ts";
import { toDigits } from "./digits.ts";
import type { SolveExercise } from "./exercise.ts";
import { judge } from "./judge.ts";
import { runOf } from "./stated.ts";

/** An exercise that asks for an unknown, with its solution. */
export interface SolveVariant {
  /** The seed of the first weights; undefined if they are given. */
  readonly seed: number | undefined;
  readonly exercise: SolveExercise;
  readonly solution: {
    /** The run with the solution put in; without one, the run as it is. */
    readonly run: Run;
    /** The solution at the exercise's digits; NaN if there is none. */
    readonly value: number;
    /** What the result becomes with the solution put in. */
    readonly reached: number;
  };
  /** Why this one makes a bad question; undefined for a good one. */
  readonly rejection: { readonly message: Message } | undefined;
}

/** The exercise as it is, with its solution. */
export function solveVariantOf(exercise: SolveExercise): SolveVariant {
  const seed = seedOf(exercise.experiment);
  const id = exercise.ask[0]!;
  const [[result, goal]] = Object.entries(exercise.given) as [[QuantityId, number]];
  const reject = (message: Message): SolveVariant => ({
    seed,
    exercise,
    solution: { run: runOf(exercise), value: NaN, reached: NaN },
    rejection: { message },
  });
  const points = ENDS.map((value) => ({ value, off: resultWith(exercise, value) - goal }));
  if (points.every(({ off }) => off === points[0]!.off) && isRight(exercise, 0)) {
    return reject(text.anySolution({ id, result, goal: format(goal) }));
  }
  const found = rootOf((value) => resultWith(exercise, value) - goal, points);
  const value = found === undefined ? NaN : toDigits(found, exercise.digits);
  if (found !== undefined && isRight(exercise, value)) {
    const run = runWith(exercise, value);
    const solution = { run, value, reached: valueOf(run, result) };
    return { seed, exercise, solution, rejection: undefined };
  }
  return reject(text.noSolution({ id, result, goal: format(goal), most: FARTHEST }));
}

/** One variant for each seed, good or rejected. @throws InputError if the exercise gives its weights */
export function solveVariants(exercise: SolveExercise, seeds: Iterable<number>): SolveVariant[] {
  return Array.from(seeds, (seed) =>
    solveVariantOf({ ...exercise, experiment: withSeed(exercise.experiment, seed) }),
  );
}

const isRight = (exercise: SolveExercise, value: number): boolean =>
  judge(exercise, { [exercise.ask[0]!]: value })[0]!.verdict === "correct";

/** The run with the unknown set to a value. */
function runWith({ experiment, t, ask }: SolveExercise, value: number): Run {
  const { name } = idOf(ask[0]!) as ParameterId;
  return runOf({ experiment: withParameter(experiment, t, name, value), t });
}

/** What the result becomes with the unknown set to a value. */
const resultWith = (exercise: SolveExercise, value: number): number =>
  valueOf(runWith(exercise, value), Object.keys(exercise.given)[0]!);

/** How far from 0 an unknown is looked for. */
const FARTHEST = 100;
/** The steps from 0 outwards: small ones first, so that the solution nearest to 0 is found. */
const STEPS = [0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 20, 50, FARTHEST];
const ENDS = [...STEPS.toReversed().map((step) => -step), 0, ...STEPS];
/** Halvings of an interval of at most 100: down to 10⁻¹⁶. */
const HALVINGS = 60;

/** How far a result is off its goal with the unknown set to a value. */
interface Point {
  readonly value: number;
  readonly off: number;
}

/** A root of a continuous function near 0; undefined if its sign is the same at all points. */
function rootOf(f: (value: number) => number, points: readonly Point[]): number | undefined {
  const crossings = points
    .slice(1)
    .map((high, i) => ({ low: points[i]!.value, high: high.value, from: points[i]!.off, to: high.off }))
    .filter(({ from, to }) => from * to <= 0)
    .toSorted((a, b) => Math.abs(a.low + a.high) - Math.abs(b.low + b.high));
  const [nearest] = crossings;
  if (nearest === undefined) return undefined;
  let { low, high } = nearest;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (f(middle) * nearest.from > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
