/** Checks that an experiment is valid and complete, as `parseExperiment` returns it. */
import { values } from "#text/values";
import { ExperimentError } from "../math/errors.ts";
import type { Experiment } from "./experiment.ts";
import { parseExperiment } from "./parse.ts";

/** @throws ExperimentError if a value is invalid or missing */
export function requireComplete(experiment: Experiment): void {
  const missing = missingIn(experiment, parseExperiment(experiment));
  if (missing === undefined) return;
  throw new ExperimentError(values.incomplete({ key: missing }));
}

/** The path of the first value that `whole` has and `given` lacks. */
function missingIn(given: unknown, whole: unknown, where = ""): string | undefined {
  if (given === undefined) return where;
  if (typeof whole !== "object" || whole === null) return undefined;
  const parts = given as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(whole)) {
    const missing = missingIn(parts[key], value, where === "" ? key : `${where}.${key}`);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
