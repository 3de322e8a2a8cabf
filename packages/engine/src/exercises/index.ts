/** Exercises: read, solved, judged, and varied by seed. */
export {
  type Exercise,
  type ExerciseStyle,
  exerciseStyles,
  type NumbersExercise,
  type SolveExercise,
} from "./exercise.ts";
export { holdsExercise, parseExercise, readExercise } from "./parse.ts";
export { type Answer, type MistakenAnswer, type Solution, solutionOf } from "./solution.ts";
export { type Answers, judge } from "./judge.ts";
export { type ExerciseStage, exerciseStages, type Group, groupsOf } from "./groups.ts";
export { judgeOrder, type OrderedJudgment, type OrderedLine, orderedLines } from "./ordered.ts";
export { statedFor } from "./stated.ts";
export { statedNumber } from "./digits.ts";
export { type Substitution, substitution } from "./substitution.ts";
export { type Asking, formulasOf, symbolsOf } from "./symbols.ts";
export { type Judgment, type Verdict } from "./judgment.ts";
export { MAX_WIDTH, type Rejection } from "./degenerate.ts";
export { nextVariant, type Variant, variantOf, variants } from "./variants.ts";
export { type SolveVariant, solveVariantOf, solveVariants } from "./solveVariants.ts";
export { exerciseFrom, roundedStart } from "./trained.ts";
