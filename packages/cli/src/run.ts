/** Reading an experiment file and training it to the end, with signals heard on the way. */
import { output } from "#text/output";
import {
  type Experiment,
  format,
  readExperiment as parse,
  type Session,
  updateLimit,
} from "@neural-viz/engine";
import { nameOf, readText } from "./input.ts";

/** A run that takes longer than this tells a terminal how far it is, in milliseconds. */
const LONG = 1000;
/** How long to train before signals are heard, in milliseconds. */
const SLICE = 50;

/** The experiment in a file or on standard input. @throws UsageError, ExperimentError with one sentence. */
export async function readExperiment(file: string): Promise<Experiment> {
  return parse(await readText(file), nameOf(file));
}

/** Trains with `step` to the end, or until `until` updates are done. Returns false if it was interrupted. */
export async function run(
  session: Session,
  step: () => void = session.step,
  until = Infinity,
): Promise<boolean> {
  const mayGoOn = (): boolean => session.stopped === undefined && session.t < until;
  const signal = { interrupted: false };
  const interrupt = (): void => {
    signal.interrupted = true;
  };
  process.once("SIGINT", interrupt);
  const begin = performance.now();
  let told = false;
  while (mayGoOn() && !signal.interrupted) {
    const slice = performance.now();
    while (mayGoOn() && performance.now() - slice < SLICE) step();
    if (process.stderr.isTTY && slice - begin > LONG) {
      told = true;
      const most = updateLimit(session.experiment);
      process.stderr.write(
        `\r\u001B[K${output.progress({ t: session.t, most, loss: format(session.loss) })}`,
      );
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (told) process.stderr.write("\r\u001B[K");
  process.off("SIGINT", interrupt);
  return !signal.interrupted;
}
