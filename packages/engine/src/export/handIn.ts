/** Lines that are handed in: of a run, or of a finished exercise. */
import { exerciseOfLine, type ExerciseResult } from "./exerciseResult.ts";
import { readLine } from "./line.ts";
import { runOfLine, type RunResult } from "./result.ts";

/** Reads any line that was handed in. @throws ExperimentError that says what is wrong */
export function readHandIn(line: string): RunResult | ExerciseResult {
  const parts = readLine(line);
  return exerciseOfLine(parts) ?? runOfLine(parts);
}

/** Whether a line is of a finished exercise. */
export const isExercise = (read: RunResult | ExerciseResult): read is ExerciseResult => "written" in read;
