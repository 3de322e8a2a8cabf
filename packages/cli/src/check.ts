/** neural-viz check FILE: backprop beside finite differences, for every parameter. */
import {
  checkGradient,
  counted,
  createSession,
  DEFAULT_EPSILON,
  format,
  type GradientCheck,
  MAX_UPDATES,
} from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print, toJson } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { UsageError } from "./usage.ts";

interface CheckOptions {
  readonly at: string | undefined;
  readonly epsilon: string | undefined;
}

export async function check(file: string, { at, epsilon }: CheckOptions, json: boolean): Promise<void> {
  const experiment = await readExperiment(file);
  const t = at === undefined ? Infinity : numberOf(at);
  if (at !== undefined && !(Number.isInteger(t) && t >= 0 && t <= MAX_UPDATES)) {
    throw new UsageError(`--at is "${at}"; it must be a whole number of updates from 0 to ${MAX_UPDATES}.`);
  }
  const step = epsilon === undefined ? DEFAULT_EPSILON : numberOf(epsilon);
  if (!(step >= 1e-12 && step <= 0.1)) {
    throw new UsageError(`--epsilon is "${epsilon}"; it must be a number from 1e-12 to 0.1.`);
  }
  const session = createSession(experiment);
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  if (at !== undefined && session.t < t) {
    throw new UsageError(`--at is ${t}; this run ends after ${counted(session.t, "update")}.`);
  }
  const { network, batch, params } = session;
  const found = checkGradient(network, batch, params, step);
  print(json ? toJson({ updates: session.t, ...found }) : summary(found, session.t));
}

/** More parameters than this are counted, not listed. */
const MOST = 10;

function summary({ epsilon, parameters, maxRelativeError }: GradientCheck, t: number): string {
  const worst = parameters.toSorted((a, b) => b.relativeError - a.relativeError).slice(0, MOST);
  const kinks = parameters.filter(({ kink }) => kink).length;
  const flat = parameters.filter(({ kink, saturated }) => saturated && !kink).length;
  const overflow = parameters.filter(({ verdict }) => verdict === "overflow").length;
  return [
    `${counted(parameters.length, "parameter")} after ${counted(t, "update")}, epsilon ${epsilon}`,
    overflow > 0
      ? `nothing to compare: ${counted(overflow, "parameter")} with a loss or a gradient that is not finite`
      : kinks + flat < parameters.length
        ? `largest relative error ${format(maxRelativeError)} (${kinks} at a kink and ${flat} saturated left out)`
        : `nothing to compare: ${kinks} at a kink and ${flat} saturated`,
    ...worst.map(
      ({ id, backprop, finiteDifference, relativeError, kink, saturated }) =>
        `  ${id.padEnd(10)} backprop ${format(backprop)}, finite difference ${format(finiteDifference)}, relative error ${format(relativeError)}${kink ? ", kink" : ""}${saturated ? ", saturated" : ""}`,
    ),
    ...(parameters.length > MOST ? [`  and ${parameters.length - MOST} more with smaller errors`] : []),
    "",
  ].join("\n");
}
