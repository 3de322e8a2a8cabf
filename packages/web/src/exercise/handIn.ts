/** The line in which a finished exercise is handed in; nothing where the engine doesn't write one. */
import type { Answers, Exercise } from "@neural-viz/engine";

/** What is handed in: the exercise, a person's answers, and a name if one was typed. */
export interface HandIn {
  readonly exercise: Exercise;
  readonly answers: Answers;
  readonly name: string;
}

export const handIn: ((result: HandIn) => string) | undefined = undefined as
  | ((result: HandIn) => string)
  | undefined;
