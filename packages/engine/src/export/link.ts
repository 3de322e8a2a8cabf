/**
 * A link: a whole experiment, an epoch and what was looked at, as the fragment of an address. It is the experiment's own
 * JSON, percent-encoded; whoever opens it runs the experiment again and comes to the same bits.
 */
import { ExperimentError } from "../session/check.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";

export interface Linked {
  readonly experiment: Experiment;
  /** The epoch shown. */
  readonly t: number;
  /** The id that the inspector shows, when it is open. */
  readonly inspect: string | undefined;
}

/** The fragment of a link, without its #. */
export function writeLink({ experiment, t, inspect }: Linked): string {
  return encodeURIComponent(JSON.stringify({ experiment, t, ...(inspect === undefined ? {} : { inspect }) }));
}

/** Reads a fragment. @throws ExperimentError with one sentence that names what is damaged. */
export function readLink(fragment: string): Linked {
  const { experiment, t, inspect } = readObject(fragment);
  const parsed = parseExperiment(experiment);
  if (typeof t !== "number" || !Number.isInteger(t) || t < 0 || t > parsed.training.epochs) {
    throw new ExperimentError(
      `t is ${JSON.stringify(t)}; a whole number from 0 to the limit of ${parsed.training.epochs} is wanted.`,
    );
  }
  if (inspect !== undefined && typeof inspect !== "string") {
    throw new ExperimentError(`inspect is ${JSON.stringify(inspect)}; the id of a quantity is wanted.`);
  }
  return { experiment: parsed, t, inspect };
}

function readObject(fragment: string): Readonly<Record<string, unknown>> {
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
