/**
 * A link: a whole experiment, an epoch and what was looked at, as the fragment of an address. It is the experiment's own
 * JSON, percent-encoded; whoever opens it runs the experiment again and comes to the same bits.
 */
import { readId } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { assertExists } from "../quantities/exists.ts";
import { attempt } from "../math/result.ts";
import { ExperimentError, quote } from "../math/sentence.ts";
import {
  type Fields,
  isObject,
  object,
  optional,
  type Schema,
  text,
  versioned,
  whole,
} from "../schema/index.ts";
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
  readonly inspect?: QuantityId | undefined;
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
  return link(readFragment(fragment), "");
}

/** Reads what a link holds, from plain JSON. @throws ExperimentError with one sentence that names what is damaged. */
export function readLinked(value: unknown): Linked {
  const { experiment } = object({ experiment: parseExperiment }, { others: "ignored" })(value, "");
  const limit = updateLimit(experiment);
  const { count } = samplesOf(experiment.dataset);
  const rest = object(
    {
      t: whole(0, limit, `a whole number from 0 to the limit of ${limit} is wanted`),
      sample: optional(whole(1, count)),
      probe: optional(probe),
      panel: optional(text(/^[A-Za-z]{1,40}$/, "it must be the name of a tool, such as audit")),
      inspect: optional(quantity(experiment, limit)),
      fingerprint: optional(text(/^[0-9a-f]{16}$/, "it must be 16 hexadecimal digits")),
    },
    { others: "ignored" },
  );
  return { experiment, ...rest(value, "") };
}

const link = versioned(readLinked, { migrations: [], unsaid: "first" });

/** The id of a quantity that a run of the experiment may have. */
function quantity(experiment: Experiment, limit: number): Schema<QuantityId> {
  const id = text(/^.{1,200}$/, "it must be the id of a quantity, such as W.1.1.1@0");
  return (value, where) => {
    const read = id(value, where);
    const found = attempt(() => assertExists(readId(read), experiment, limit));
    if (!found.ok) throw new ExperimentError(`${where}: ${found.why}`);
    return read as QuantityId; // it was read, so it is spelled right
  };
}

const probe: Schema<readonly [x1: number, x2: number]> = (value, where) => {
  const [x1, x2, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (isShare(x1) && isShare(x2) && more.length === 0) return [x1, x2];
  const said = Array.isArray(value) && value.length < 5 ? `[${value.map(quote).join(", ")}]` : quote(value);
  throw new ExperimentError(`${where} is ${said}; it must be two numbers from 0 to 1.`);
};

const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;

/** The JSON object that a fragment is. @throws ExperimentError with one sentence */
export function readFragment(fragment: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(fragment));
  } catch {
    throw new ExperimentError("The link is cut off or changed; a whole one ends in %7D.");
  }
  if (isObject(value)) return value;
  throw new ExperimentError("The link holds no experiment; one made by this page is wanted.");
}
