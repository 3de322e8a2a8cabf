/**
 * A run in one line, for handing in. It holds everything needed to compute the run again, so that whoever receives it can
 * check its numbers.
 */
import { result } from "#text/result";
import { ExperimentError } from "../math/errors.ts";
import { fingerprint } from "../math/fingerprint.ts";
import { attempt } from "../math/result.ts";
import { createSession } from "../session/createSession.ts";
import { type Experiment, MAX_UPDATES } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { samplesOf, networkOf, updateLimit } from "../session/start.ts";
import type { Message } from "../text/message.ts";
import { type LineParts, readLine, writeLine } from "./line.ts";
import { withoutDefaults } from "./shorten.ts";

/** A run after some update, as its result line tells it. */
export interface RunResult {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  /** L after t updates. */
  readonly loss: number;
  /** The fingerprint of the parameters after t updates. */
  readonly fingerprint: string;
  /** The name that was typed; empty if there is none. */
  readonly name: string;
}

/** The line of a run. */
export const resultLine = ({ experiment, loss, ...run }: RunResult): string =>
  writeLine({ ...run, written: withoutDefaults(experiment), number: loss });

/** Reads a result line. @throws ExperimentError that says what is wrong */
export function readResult(line: string): RunResult {
  return runOfLine(readLine(line));
}

/** The run in the parts of a line. @throws ExperimentError */
export function runOfLine({ written, number: loss, ...run }: LineParts): RunResult {
  const experiment = attempt(() => parseExperiment(written));
  if (!experiment.ok) throw new ExperimentError(result.noExperiment({ why: experiment.why }));
  assertUpdates(run.t);
  return { experiment: experiment.value, ...run, loss };
}

/** Refuses a number of updates that no run has. @throws ExperimentError */
export function assertUpdates(t: number): void {
  if (t > MAX_UPDATES) throw new ExperimentError(result.updates({ t, limit: MAX_UPDATES }));
}

/** How much it takes to compute a result again: its updates, and for each the points times the parameters. */
export function workOf({ experiment, t }: Pick<RunResult, "experiment" | "t">): {
  readonly updates: number;
  readonly perUpdate: number;
} {
  return { updates: t, perUpdate: samplesOf(experiment.dataset).count * networkOf(experiment).size };
}

/** Computes a run again. Returns undefined if its numbers are those of the result, or else what differs. */
export function differenceOf(run: Omit<RunResult, "name">): Message | undefined {
  const { experiment, t } = run;
  const limit = updateLimit(experiment);
  if (t > limit) return result.afterEnd({ t, limit });
  const session = createSession(experiment);
  while (session.t < t) session.replay(); // as on the page, where a run may go on after it has stopped
  if (!Object.is(session.loss, run.loss)) return result.loss({ t, found: run.loss, computed: session.loss });
  return fingerprint(session.params) === run.fingerprint ? undefined : result.fingerprint({ t });
}
