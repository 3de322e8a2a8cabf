/** Answers to questions about a recorded run. */
import {
  createRun,
  explain,
  judge,
  overTime,
  type Recording,
  slopeOf,
  UnknownQuantity,
  valueOf,
} from "@neural-viz/engine";
import type { Answers, Question } from "./protocol.ts";

export function answer(recording: Recording, question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case "explain": {
      const run = createRun(recording);
      return question.ids.map((id) => orSentence(() => explain(run, id)));
    }
    case "values": {
      const run = createRun(recording);
      return Float64Array.from(question.ids, (id) => {
        const value = orSentence(() => valueOf(run, id));
        return typeof value === "number" ? value : NaN;
      });
    }
    case "judge":
      return judge(createRun(recording), question.id, question.typed);
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
