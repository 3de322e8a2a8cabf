/** Exercises: read, solved, judged, and varied by seed. */
export {
  type Exercise,
  type ExerciseStyle,
  exerciseStyles,
  type NumbersExercise,
  type SolveExercise,
} from "./exercise.ts";
export { parseExercise, readExercise } from "./parse.ts";
export { type Answer, type MistakenAnswer, type Solution, solutionOf } from "./solution.ts";
export { type Answers, judge, type Judgment, type Verdict } from "./judge.ts";
export { MAX_WIDTH, type Rejection } from "./degenerate.ts";
export { type Variant, variantOf, variants } from "./variants.ts";
