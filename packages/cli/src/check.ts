/** neural-viz check FILE: compares backprop with finite differences, for every parameter. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  checkGradient,
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
    throw new UsageError(errors.updates({ option: "--at", text: at, limit: MAX_UPDATES }));
  }
  const step = epsilon === undefined ? DEFAULT_EPSILON : numberOf(epsilon);
  if (!(step >= 1e-12 && step <= 0.1)) {
    throw new UsageError(errors.epsilon({ text: epsilon ?? "" }));
  }
  const session = createSession(experiment);
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  if (at !== undefined && session.t < t) {
    throw new UsageError(errors.afterEnd({ at: t, t: session.t }));
  }
  const found = checkGradient(session.batchGoal, session.params, step);
  print(json ? toJson({ updates: session.t, ...found }) : summary(found, session.t));
}

/** More parameters than this are counted, not listed. */
const MAX_LISTED = 10;

function summary({ epsilon, parameters, maxRelativeError }: GradientCheck, t: number): string {
  const worst = parameters.toSorted((a, b) => b.relativeError - a.relativeError).slice(0, MAX_LISTED);
  const kinks = parameters.filter(({ kink }) => kink).length;
  const saturatedCount = parameters.filter(({ kink, saturated }) => saturated && !kink).length;
  const overflow = parameters.filter(({ verdict }) => verdict === "overflow").length;
  return [
    output.checked({ count: parameters.length, t, epsilon }),
    overflow > 0
      ? output.overflow({ count: overflow })
      : kinks + saturatedCount < parameters.length
        ? output.largestError({ error: format(maxRelativeError), kinks, saturated: saturatedCount })
        : output.nothingToCompare({ kinks, saturated: saturatedCount }),
    ...worst.map(({ id, backprop, finiteDifference, relativeError, kink, saturated }) =>
      output.compared({
        id,
        backprop: format(backprop),
        difference: format(finiteDifference),
        error: format(relativeError),
        kink,
        saturated,
      }),
    ),
    ...(parameters.length > MAX_LISTED
      ? [output.smallerErrors({ count: parameters.length - MAX_LISTED })]
      : []),
    "",
  ].join("\n");
}
