/**
 * A result in one line, for handing in: "nviz1:" and the run as base64url. It holds everything needed to compute the run
 * again, so that whoever receives it can check its numbers. In order: updates, experiment, loss, fingerprint of the
 * parameters, name, and four bytes of a checksum, which tell a damaged line from one with other numbers.
 */
import { result } from "#text/result";
import { ExperimentError } from "../math/errors.ts";
import { fingerprint, fnv1a } from "../math/fingerprint.ts";
import { attempt } from "../math/result.ts";
import { createSession } from "../session/createSession.ts";
import { type Experiment, MAX_UPDATES } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { samplesOf, networkOf, updateLimit } from "../session/start.ts";
import type { Message } from "../text/message.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { createReader, createWriter, type Reader } from "./compact.ts";

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

/** The most characters of a name in a result line. */
export const MAX_NAME = 80;

const START = "nviz1:";
const CHECKSUM = 4;

/** The line of a run. */
export function resultLine(run: RunResult): string {
  const writer = createWriter();
  writer.whole(run.t);
  writer.json(withoutDefaults(run.experiment));
  writer.double(run.loss);
  writer.bytes.push(...bytesOf(run.fingerprint));
  writer.text(nameOf(run.name));
  return START + toBase64url([...writer.bytes, ...checksum(Uint8Array.from(writer.bytes))]);
}

/** Reads a result line. White space in it, as mail programs add, is ignored. @throws ExperimentError that says what is wrong */
export function readResult(line: string): RunResult {
  const text = line.replaceAll(/\s+/g, "");
  if (!text.startsWith(START)) throw new ExperimentError(whyNot(line, text));
  const all = fromBase64url(text.slice(START.length));
  const bytes = all?.subarray(0, -CHECKSUM);
  if (all === undefined || bytes === undefined || !endsIn(all, checksum(bytes))) {
    throw new ExperimentError(result.damaged());
  }
  const { experiment: written, ...run } = readParts(createReader(bytes));
  const experiment = attempt(() => parseExperiment(written));
  if (!experiment.ok) throw new ExperimentError(result.noExperiment({ why: experiment.why }));
  if (run.t > MAX_UPDATES) throw new ExperimentError(result.updates({ t: run.t, limit: MAX_UPDATES }));
  return { experiment: experiment.value, ...run, name: nameOf(run.name) };
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

/** Leaves out every key that reading fills in again. */
function withoutDefaults(experiment: Experiment): object {
  const whole = JSON.stringify(parseExperiment(experiment));
  const isSame = (shorter: object): boolean => {
    const read = attempt(() => parseExperiment(shorter));
    return read.ok && JSON.stringify(read.value) === whole;
  };
  return shortened(experiment, isSame);
}

/** The object without the keys that `mayBe` lets go, in objects inside it too. */
function shortened(object: object, mayBe: (shorter: object) => boolean): object {
  let short = { ...object } as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(object)) {
    const { [key]: _, ...others } = short;
    if (mayBe(others)) short = others;
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      short = { ...short, [key]: shortened(value as object, (inner) => mayBe({ ...short, [key]: inner })) };
    }
  }
  return short;
}

function readParts(reader: Reader): Omit<RunResult, "experiment"> & { readonly experiment: unknown } {
  try {
    const t = reader.whole();
    const experiment = reader.json();
    const loss = reader.double();
    const print = Array.from({ length: 8 }, () => reader.byte().toString(16).padStart(2, "0")).join("");
    const name = reader.text();
    if (reader.ended) return { t, experiment, loss, fingerprint: print, name };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ExperimentError(result.damaged());
}

/** The name on one line, of bounded length, without control characters. */
function nameOf(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return [...clean].slice(0, MAX_NAME).join("").trim();
}

const bytesOf = (hexadecimal: string): number[] =>
  (hexadecimal.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const checksum = (bytes: Uint8Array): number[] => bytesOf(fnv1a(bytes)).slice(-CHECKSUM);

const endsIn = (bytes: Uint8Array, end: readonly number[]): boolean =>
  bytes.length >= end.length && end.every((byte, i) => byte === bytes[bytes.length - end.length + i]);

/** Why a text that doesn't begin as a result line isn't one. */
function whyNot(line: string, text: string): Message {
  if (text === "") return result.empty();
  const later = /^nviz(\d+):/.exec(text);
  if (later !== null) return result.otherVersion({ version: Number(later[1]) });
  return / \| .* \| [0-9a-f]{16}$/.test(line.trim()) ? result.older() : result.notOne();
}
