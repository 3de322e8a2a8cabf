/** neural-viz train FILE: from an experiment file to its numbers. */
import { readFileSync } from "node:fs";
import {
  createSession,
  format,
  formatProbability,
  parseExperiment,
  type Session,
  unpack,
} from "@neural-viz/engine";
import { print, toJson } from "./print.ts";
import { UsageError } from "./usage.ts";

/** A run that takes longer than this tells a terminal how far it is, in milliseconds. */
const LONG = 1000;
/** How long to train before signals are heard, in milliseconds. */
const SLICE = 50;

export async function train(file: string, json: boolean): Promise<void> {
  const session = createSession(parseExperiment(readJson(file)));
  const firstGradient = session.gradient.slice();
  if (!(await run(session))) {
    process.exitCode = 130; // as a shell reports a program ended by Ctrl-C
    return;
  }
  print(json ? toJson(result(session, firstGradient)) : summary(session));
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "it may not be read",
    };
    throw new UsageError(`${file} cannot be read: ${reasons[code ?? ""] ?? code ?? "unknown reason"}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = (error as Error).message.replaceAll(/\s+/g, " ").replace(/\.$/, "");
    throw new UsageError(`${file} is not JSON: ${reason}.`);
  }
}

/** Trains to the end; false when it was interrupted. */
async function run(session: Session): Promise<boolean> {
  const signal = { interrupted: false };
  const interrupt = (): void => {
    signal.interrupted = true;
  };
  process.once("SIGINT", interrupt);
  const begin = performance.now();
  let told = false;
  while (session.stopped === undefined && !signal.interrupted) {
    const slice = performance.now();
    while (session.stopped === undefined && performance.now() - slice < SLICE) session.step();
    if (process.stderr.isTTY && slice - begin > LONG) {
      told = true;
      const { epochs } = session.experiment.training;
      process.stderr.write(`\r\u001B[Kepoch ${session.t} of at most ${epochs}, loss ${format(session.loss)}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (told) process.stderr.write("\r\u001B[K");
  process.off("SIGINT", interrupt);
  return !signal.interrupted;
}

function result(session: Session, firstGradient: Float64Array): object {
  const { network, t } = session;
  return {
    initialParameters: unpack(network, session.initialParams),
    firstGradient: unpack(network, firstGradient),
    loss: [...session.losses.subarray(0, t)],
    finalLoss: session.loss,
    finalParameters: unpack(network, session.params),
    probability: [...session.probability],
    updates: t,
    stopped: session.stopped,
  };
}

const reasons = {
  "converged-loss": "the loss is below 0.001",
  "converged-confidence": "every point has been right and over 95 % confident for 50 epochs",
  epochs: "the epoch limit was reached",
  diverged: "a number is no longer finite",
};

function summary({
  experiment,
  network,
  samples,
  losses,
  loss,
  t,
  correct,
  stopped,
  probability,
}: Session): string {
  const sizes = [2, ...network.layers.map(({ fanOut }) => fanOut)].join("-");
  const least = probability.reduce((worst, p, s) => Math.min(worst, samples.y[s] === 1 ? p : 1 - p), 1);
  const why =
    stopped === undefined
      ? ""
      : reasons[stopped.reason] + (stopped.id === undefined ? "" : ` (${stopped.id})`);
  return [
    `${experiment.dataset.name}, ${samples.count} points; ${sizes}, ${network.size} parameters; ${experiment.optimizer.name}, learning rate ${experiment.optimizer.learningRate}`,
    `loss ${format(losses[0]!)} → ${format(loss)} in ${t} epochs`,
    `${correct} of ${samples.count} on the right side; the true label gets at least ${formatProbability(least)}`,
    `stopped: ${why}`,
    "",
  ].join("\n");
}
