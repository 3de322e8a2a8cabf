/** What a line that was handed in is worth: it's read, and its run is computed or its exercise judged again. */
import { createHash } from "node:crypto";
import { output } from "#text/output";
import {
  attempt,
  differenceOf,
  type ExerciseResult,
  format,
  isExercise,
  judgeFinished,
  readHandIn,
  type RunResult,
  seedOf,
  workOf,
} from "@neural-viz/engine";

/** The verdict on one line, regardless of the others. */
export interface Verdict {
  readonly status: "ok" | "differs" | "unreadable" | "tooLong";
  /** The loss or the score; if the line isn't ok, what is wrong with it. */
  readonly about: string;
  /** The name in the line; empty if there is none or it couldn't be read. */
  readonly name: string;
  /** Of a line that is ok: equal for lines that are the same but for the name. */
  readonly same?: string;
  /** Of an exercise that is ok: the correct answers, … */
  readonly correct?: number;
  /** … and all that are asked for. */
  readonly asked?: number;
  /** The seed of its weights, if they are drawn. */
  readonly seed?: number;
}

/** The points times parameters for which a run may have as many updates as the limit says; with more it has fewer. */
const USUAL_WORK = 20_000;

/** Judges a line. A run that takes too much work isn't computed, so that no line holds up the others. */
export function judgeResult(line: string, maxUpdates: number): Verdict {
  const read = attempt(() => readHandIn(line));
  if (!read.ok) return { status: "unreadable", about: read.why.text, name: "" };
  const { t, name } = read.value;
  const { updates, perUpdate } = workOf(read.value);
  const most = Math.floor(maxUpdates * Math.min(1, USUAL_WORK / perUpdate));
  if (updates > most) return { status: "tooLong", about: output.tooLong({ t, most }), name };
  return isExercise(read.value) ? judgeExercise(read.value) : judgeRun(read.value);
}

function judgeRun(run: RunResult): Verdict {
  const { experiment, t, loss, name } = run;
  const difference = differenceOf(run);
  if (difference !== undefined) return { status: "differs", about: difference.text, name };
  const about = output.lossAfter({ loss: format(loss), t });
  return { status: "ok", about, name, same: hashOf([t, experiment]) };
}

function judgeExercise(line: ExerciseResult): Verdict {
  const { experiment, t, written, name } = line;
  const judged = attempt(() => judgeFinished(line));
  if (!judged.ok) return { status: "unreadable", about: judged.why.text, name };
  const { score, difference } = judged.value;
  if (difference !== undefined) return { status: "differs", about: difference.text, name };
  const { correct, of: asked } = score;
  const same = hashOf([t, experiment, written]);
  const seed = seedOf(experiment);
  const about = output.score({ correct, asked, seed });
  return { status: "ok", about, name, same, correct, asked, ...(seed !== undefined && { seed }) };
}

const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64");
