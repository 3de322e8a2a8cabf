/** A worksheet about one update from the weights of a recorded run, and its key. */
import {
  exerciseFrom,
  type Recording,
  variantOf,
  type WorksheetOptions,
  worksheetKey,
  worksheetSheets,
} from "@neural-viz/engine";
import { marks } from "./marks.ts";
import type { Question, ValueOf, Answers } from "./protocol.ts";

/** The sheet and the key. @throws InputError if the weights can't be the start of an exercise */
export function worksheetAt(
  recording: Recording,
  { t, sample, blanks, paper }: Extract<Question, { kind: "worksheet" }>,
): ValueOf<Answers["worksheet"]> {
  const exercise = exerciseFrom(recording.at(Math.min(t, recording.live.t)), sample);
  const variants = [variantOf(exercise)];
  const options: WorksheetOptions = { typesetting: marks, paper, blanks };
  return { sheet: worksheetSheets(variants, options), key: worksheetKey(variants, options) };
}
