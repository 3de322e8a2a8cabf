/** neural-viz train FILE: from an experiment file to its numbers. */
import { createSession, fitOf, type Session, stopJson, unpack } from "@neural-viz/engine";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { summary } from "./summary.ts";

export async function train(file: string, json: boolean): Promise<void> {
  const session = createSession(await readExperiment(file));
  const firstGradient = session.gradient.slice();
  if (!(await run(session))) {
    process.exitCode = 130; // as a shell reports a program ended by Ctrl-C
    return;
  }
  print(json ? toJson(result(session, firstGradient)) : summary(session));
}

/** A key whose value is undefined isn't printed. */
function result(session: Session, firstGradient: Float64Array): object {
  const { network, samples, outputs, t } = session;
  const fit = fitOf(session);
  return {
    initialParameters: unpack(network, session.initialParams),
    firstGradient: unpack(network, firstGradient),
    loss: [...session.losses.subarray(0, t)],
    objective: session.objectives.length === 0 ? undefined : [...session.objectives.subarray(0, t)],
    testLoss: session.test === undefined ? undefined : [...session.testLosses],
    finalLoss: session.loss,
    rmse: fit?.rmse,
    r2: fit?.r2,
    finalParameters: unpack(network, session.params),
    outputs: Array.from({ length: samples.count }, (_, s) => outputs.map((column) => column[s])),
    probability: samples.kind === "binary" ? [...outputs[0]!] : undefined,
    updates: t,
    stopped: session.stopped && stopJson(session.stopped),
  };
}
