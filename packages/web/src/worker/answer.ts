/** Answers to questions about a recorded run. */
import { createRun, explain, overTime, type Recording, slopeOf, UnknownQuantity } from "@neural-viz/engine";
import type { Answers, Question } from "./protocol.ts";

export function answer(recording: Recording, question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case "explain": {
      const run = createRun(recording);
      return question.ids.map((id) => orSentence(() => explain(run, id)));
    }
    case "slope":
      return slopeOf(recording, question.parameter, Math.min(question.t, recording.live.t));
    case "series":
      return orSentence(() => overTime(recording, question.stem));
  }
}

function orSentence<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UnknownQuantity) return error.message;
    throw error;
  }
}
