/** neural-viz result FILE: a run in one line, for handing in. */
import { errors } from "#text/errors";
import {
  createSession,
  fingerprint,
  holdsExercise,
  parseExperimentFile,
  readJson,
  resultLine,
} from "@neural-viz/engine";
import { nameOf, readText } from "./input.ts";
import { print } from "./print.ts";
import { run } from "./run.ts";
import { UsageError } from "./usage.ts";

export async function result(file: string, name = ""): Promise<void> {
  const contents = readJson(await readText(file), nameOf(file));
  if (holdsExercise(contents)) throw new UsageError(errors.resultOfExercise());
  const session = createSession(parseExperimentFile(contents));
  if (!(await run(session))) {
    process.exitCode = 130;
    return;
  }
  const { experiment, t, loss, params } = session;
  print(`${resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name })}\n`);
}
