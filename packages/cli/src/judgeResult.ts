/** What a result line is worth: it's read, and its run is computed again. */
import { createHash } from "node:crypto";
import { output } from "#text/output";
import { attempt, differenceOf, format, readResult, workOf } from "@neural-viz/engine";

/** The verdict on one line, regardless of the others. */
export interface Verdict {
  readonly status: "ok" | "differs" | "unreadable" | "tooLong";
  /** What the run came to; if it isn't ok, what is wrong. */
  readonly about: string;
  /** The name in the line; empty if there is none or it couldn't be read. */
  readonly name: string;
  /** Of a line that is ok: equal for lines that are the same but for the name. */
  readonly same?: string;
}

/** The points times parameters for which a run may have as many updates as the limit says; with more it has fewer. */
const USUAL_WORK = 20_000;

/** Judges a line. A run that takes too much work isn't computed, so that no line holds up the others. */
export function judgeResult(line: string, maxUpdates: number): Verdict {
  const read = attempt(() => readResult(line));
  if (!read.ok) return { status: "unreadable", about: read.why.text, name: "" };
  const { experiment, t, loss, name } = read.value;
  const { updates, perUpdate } = workOf(read.value);
  const most = Math.floor(maxUpdates * Math.min(1, USUAL_WORK / perUpdate));
  if (updates > most) return { status: "tooLong", about: output.tooLong({ t, most }), name };
  const difference = differenceOf(read.value);
  if (difference !== undefined) return { status: "differs", about: difference.text, name };
  const about = output.lossAfter({ loss: format(loss), t });
  return {
    status: "ok",
    about,
    name,
    same: createHash("sha256")
      .update(JSON.stringify([t, experiment]))
      .digest("base64"),
  };
}
