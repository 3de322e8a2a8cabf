/** Compares a recording with the engine, from its first line to the verdict. */
import { createJudge, type Comparison, type Judge } from "./judge.ts";
import { createRecordingReader } from "./reader.ts";

/** A comparison that is fed with the text of a recording. */
export interface RecordingComparison {
  /** Reads the next piece of the text. @throws ExperimentError that names the line */
  push(text: string): void;
  /** The verdict, once the text has ended. @throws ExperimentError that names the line */
  end(): Comparison;
}

/** Compares a recording as its text arrives. */
export function compareRecording(): RecordingComparison {
  let judge: Judge | undefined;
  const reader = createRecordingReader({
    head: (head) => {
      judge = createJudge(head);
    },
    update: (update) => judge!.update(update),
  });
  return {
    push: reader.push,
    end() {
      reader.end();
      return judge!.result;
    },
  };
}

/** A comparison as `neural-viz compare --json` prints it. */
export function comparisonJson({
  agrees,
  updates,
  tolerance,
  first,
  differing,
  mistakes,
}: Comparison): object {
  return {
    agrees,
    updates,
    tolerance,
    first:
      first === undefined
        ? null
        : { t: first.t, stage: first.stage, id: first.id, yours: first.yours, ours: first.ours },
    differing: differing.map(({ id, yours, ours }) => ({ id, yours, ours })),
    mistakes,
  };
}
