/**
 * A link: a whole experiment, an epoch and what was looked at, as the fragment of an address. It is the experiment's own
 * JSON, percent-encoded; whoever opens it runs the experiment again and comes to the same bits.
 */
import { ExperimentError, quote } from "../math/sentence.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { samplesOf, updateLimit } from "../session/start.ts";

/** What a link holds. */
export interface Linked {
  readonly experiment: Experiment;
  /** The epoch shown. */
  readonly t: number;
  /** The sample that is looked at, from 1. */
  readonly sample?: number | undefined;
  /** The place of the square that is looked at instead, x₁ and x₂. */
  readonly probe?: readonly [x1: number, x2: number] | undefined;
  /** The tool that is open, by its name. */
  readonly panel?: string | undefined;
  /** The id that the inspector shows, when it is open. */
  readonly inspect?: string | undefined;
  /** The fingerprint of the sender's parameters at t: whoever opens the link can compare. */
  readonly fingerprint?: string | undefined;
}

/** The fragment of a link, without its #. */
export function writeLink(linked: Linked): string {
  const { experiment, t, sample, probe, panel, inspect, fingerprint } = linked;
  // What is undefined is left out by JSON.
  return encodeURIComponent(JSON.stringify({ experiment, t, sample, probe, panel, inspect, fingerprint }));
}

/** Reads a fragment. @throws ExperimentError with one sentence that names what is damaged. */
export function readLink(fragment: string): Linked {
  return readLinked(readFragment(fragment));
}

/** Reads what a link holds, from plain JSON. @throws ExperimentError with one sentence that names what is damaged. */
export function readLinked({ experiment, t, sample, ...rest }: Readonly<Record<string, unknown>>): Linked {
  const parsed = parseExperiment(experiment);
  const limit = updateLimit(parsed);
  if (typeof t !== "number" || !Number.isInteger(t) || t < 0 || t > limit) {
    throw new ExperimentError(`t is ${quote(t)}; a whole number from 0 to the limit of ${limit} is wanted.`);
  }
  const { count } = samplesOf(parsed.dataset);
  if (sample !== undefined && !(Number.isInteger(sample) && Number(sample) >= 1 && Number(sample) <= count)) {
    throw new ExperimentError(`sample is ${quote(sample)}; a whole number from 1 to ${count} is wanted.`);
  }
  return {
    experiment: parsed,
    t,
    sample: sample as number | undefined,
    probe: readProbe(rest["probe"]),
    panel: text(rest["panel"], "panel", "the name of a tool is wanted"),
    inspect: text(rest["inspect"], "inspect", "the id of a quantity is wanted"),
    fingerprint: text(rest["fingerprint"], "fingerprint", "16 hexadecimal digits are wanted"),
  };
}

function readProbe(value: unknown): Linked["probe"] {
  if (value === undefined) return undefined;
  const [x1, x2, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (Number.isFinite(x1) && Number.isFinite(x2) && more.length === 0) return [Number(x1), Number(x2)];
  throw new ExperimentError(`probe is ${quote(value)}; it must be a list of two finite numbers.`);
}

function text(value: unknown, name: string, wanted: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  throw new ExperimentError(`${name} is ${quote(value)}; ${wanted}.`);
}

/** The JSON object that a fragment is. @throws ExperimentError with one sentence */
export function readFragment(fragment: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(fragment));
  } catch {
    throw new ExperimentError("The link is cut off or changed; a whole one ends in %7D.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ExperimentError("The link holds no experiment; one made by this page is wanted.");
  }
  return value as Readonly<Record<string, unknown>>;
}
