/**
 * A link: an experiment, an epoch, and what was selected, as the fragment of a URL. It's percent-encoded JSON. Opening it
 * runs the experiment again and gives the same bits.
 */
import { allowed } from "#text/values";
import { links } from "#text/links";
import { readId } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { assertExists } from "../quantities/exists.ts";
import { attempt } from "../math/result.ts";
import { ExperimentError } from "../math/errors.ts";
import {
  boolean,
  fail,
  type Fields,
  fieldsOf,
  isObject,
  object,
  oneOf,
  optional,
  type Schema,
  tagged,
  text,
  versioned,
  whole,
} from "../schema/index.ts";
import { type Experiment, MAX_UPDATES } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";
import { type Domain, domainOf, samplesOf, updateLimit } from "../session/start.ts";

/** What a link holds. */
export interface Linked {
  readonly experiment: Experiment;
  /** The epoch shown. */
  readonly t: number;
  /** The selected sample, from 1. */
  readonly sample?: number | undefined;
  /** The selected place, in place of a sample: raw inputs within the domain of the data. */
  readonly probe?: readonly number[] | undefined;
  /** The name of the open tool, … */
  readonly panel?: string | undefined;
  /** … whether it has the full width, … */
  readonly wide?: boolean | undefined;
  /** … and what was chosen in it. */
  readonly settings?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** The explained step: the update after epoch t, how closely, and which of its units, from 0. */
  readonly step?:
    | {
        readonly t: number;
        readonly zoom: "stage" | "layer" | "scalar";
        readonly unit: number;
        /** Whether its results are for the reader to find. */
        readonly turn?: boolean | undefined;
      }
    | undefined;
  /** What stands beside it for comparison: another point, from 1, another epoch, or another network. */
  readonly beside?: LinkedBeside | undefined;
  /** The id in the inspector, if it's open. */
  readonly inspect?: QuantityId | undefined;
  /** The fingerprint of the sender's parameters at t, for a comparison. */
  readonly fingerprint?: string | undefined;
}

/** What a link puts beside what it shows. Only this differs; without t, another network is at the same epoch. */
export type LinkedBeside =
  | { readonly differs: "point"; readonly sample: number }
  | { readonly differs: "epoch"; readonly t: number }
  | { readonly differs: "network"; readonly experiment: Experiment; readonly t?: number | undefined };

/** The largest number of characters in a link. Programs cut longer ones off, so that a file takes its place. */
export const MAX_LINK = 8192;

/** Whether a link is short enough to be sent. */
export function fitsInLink(link: string): boolean {
  return link.length <= MAX_LINK;
}

/** The fragment of a link, without its #. */
export function writeLink(linked: Linked): string {
  const { experiment, t, sample, probe, panel, wide, settings, step, beside, inspect, fingerprint } = linked;
  // What is undefined is left out by JSON.
  const written = { experiment, t, sample, probe, panel, wide, settings, step, beside, inspect, fingerprint };
  return encodeURIComponent(JSON.stringify(written));
}

/** Reads the fragment of a link, without its #. @throws ExperimentError that says what is wrong */
export function readLink(fragment: string): Linked {
  return link(readFragment(fragment), "");
}

/** Reads the contents of a link from plain JSON. @throws ExperimentError that says what is wrong */
export function readLinked(value: unknown): Linked {
  const { experiment } = object({ experiment: parseExperiment }, { others: "ignored" })(value, "");
  const limit = updateLimit(experiment);
  const { count } = samplesOf(experiment.dataset);
  const rest = object(
    {
      t: whole(0, limit, allowed.update({ limit })),
      sample: optional(whole(1, count)),
      probe: optional(probeIn(domainOf(experiment.dataset))),
      panel: optional(text(NAME, allowed.panel())),
      wide: optional(boolean),
      settings: optional(settings),
      step: optional(step(limit)),
      beside: optional(beside(count, limit)),
      inspect: optional(quantity(experiment, limit)),
      fingerprint: optional(text(/^[0-9a-f]{16}$/, allowed.fingerprint())),
    },
    { others: "ignored" },
  );
  return { experiment, ...rest(value, "") };
}

const NAME = /^[A-Za-z]{1,40}$/;
/** The most settings of a tool, and the largest number of a unit of a step. */
const MAX_SETTINGS = 20;
const MAX_UNIT = 1_000_000;

/** What was chosen in a tool. The tool decides what it can use. */
const settings: Schema<Readonly<Record<string, string | number | boolean>>> = (value, where) => {
  const fields = fieldsOf(value, where);
  const all = Object.entries(fields);
  const holds = all.every(([name, one]) => NAME.test(name) && isSetting(one));
  if (!holds || all.length > MAX_SETTINGS) fail(where, value, allowed.settings({ most: MAX_SETTINGS }));
  return fields as Readonly<Record<string, string | number | boolean>>;
};

function isSetting(value: unknown): boolean {
  if (typeof value === "string") return value.length <= 200;
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

const step = (limit: number) =>
  object(
    {
      t: whole(0, limit, allowed.update({ limit })),
      zoom: oneOf(["stage", "layer", "scalar"]),
      unit: whole(0, MAX_UNIT),
      turn: optional(boolean),
    },
    { others: "ignored" },
  );

const beside = (count: number, limit: number): Schema<LinkedBeside> =>
  tagged(
    "differs",
    {
      point: { sample: whole(1, count) },
      epoch: { t: whole(0, limit, allowed.update({ limit })) },
      network: { experiment: parseExperiment, t: optional(whole(0, MAX_UPDATES)) },
    },
    { others: "ignored" },
  );

const link = versioned(readLinked, { migrations: [], missingVersion: "first" });

/** The id of a quantity that a run of the experiment may have. */
function quantity(experiment: Experiment, limit: number): Schema<QuantityId> {
  const id = text(/^.{1,200}$/, allowed.quantity());
  return (value, where) => {
    const read = id(value, where);
    const found = attempt(() => assertExists(readId(read), experiment, limit));
    if (!found.ok) throw new ExperimentError(links.inPart({ where, why: found.why }));
    return read as QuantityId; // it was read, so it is spelled right
  };
}

/** Raw inputs within a domain. */
function probeIn(domain: Domain): Schema<readonly number[]> {
  return (value, where) => {
    const fits =
      Array.isArray(value) &&
      value.length === domain.length &&
      domain.every(([low, high], k) => {
        const x = (value as readonly unknown[])[k];
        return typeof x === "number" && x >= low && x <= high;
      });
    return fits ? (value as readonly number[]) : fail(where, value, allowed.probe({ domain }));
  };
}

/** The JSON object in a fragment. @throws ExperimentError */
export function readFragment(fragment: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(fragment));
  } catch {
    throw new ExperimentError(links.cutOff());
  }
  if (isObject(value)) return value;
  throw new ExperimentError(links.noExperiment());
}
