/** Variants of an exercise: the same questions with other first weights, one for each seed. */
import { rejectionOf, type Rejection } from "./degenerate.ts";
import type { Exercise, NumbersExercise } from "./exercise.ts";
import { isDrawn, seedOf, withSeed } from "../session/seed.ts";
import { type Solution, solutionOf } from "./solution.ts";
import { solveVariantOf } from "./solveVariants.ts";

/** An exercise with its right answers. */
export interface Variant {
  /** The seed of the first weights; undefined if they are given. */
  readonly seed: number | undefined;
  readonly exercise: NumbersExercise;
  readonly solution: Solution;
  /** Why this one makes a bad question; undefined for a good one. */
  readonly rejection: Rejection | undefined;
}

/** The exercise as it is, judged by the same rules as its variants. */
export function variantOf(exercise: NumbersExercise): Variant {
  const solution = solutionOf(exercise);
  const rejection = rejectionOf(exercise, solution);
  return { seed: seedOf(exercise.experiment), exercise, solution, rejection };
}

/** One variant for each seed, good or rejected. @throws InputError if the exercise gives its weights */
export function variants(exercise: NumbersExercise, seeds: Iterable<number>): Variant[] {
  return Array.from(seeds, (seed) =>
    variantOf({ ...exercise, experiment: withSeed(exercise.experiment, seed) }),
  );
}

/** How many seeds are tried. */
const MAX_TRIES = 100;

/**
 * The exercise with the next seed that makes a good one; undefined if none of the next 100 does, or if its weights aren't drawn. An
 * unknown to solve for needs a solution.
 */
export function nextVariant(exercise: Exercise): Exercise | undefined {
  if (!isDrawn(exercise.experiment)) return undefined;
  const from = seedOf(exercise.experiment)! + 1;
  for (let seed = from; seed < from + MAX_TRIES; seed++) {
    const experiment = withSeed(exercise.experiment, seed);
    const { exercise: other, rejection } =
      exercise.style === "solve"
        ? solveVariantOf({ ...exercise, experiment })
        : variantOf({ ...exercise, experiment });
    if (rejection === undefined) return other;
  }
  return undefined;
}
