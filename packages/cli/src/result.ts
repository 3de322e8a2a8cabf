/** neural-viz result FILE: a run in one line, for handing in. */
import { createSession, fingerprint, resultLine } from "@neural-viz/engine";
import { print } from "./print.ts";
import { readExperiment, run } from "./run.ts";

export async function result(file: string, name = ""): Promise<void> {
  const session = createSession(await readExperiment(file));
  if (!(await run(session))) {
    process.exitCode = 130;
    return;
  }
  const { experiment, t, loss, params } = session;
  print(`${resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name })}\n`);
}
