/** What a session takes: an experiment as `parseExperiment` returns it, with every value allowed and none left out. */
import { values } from "#text/values";
import { ExperimentError } from "../math/errors.ts";
import type { Experiment } from "./experiment.ts";
import { parseExperiment } from "./parse.ts";

/** Refuses an experiment with a wrong value or a missing one. @throws ExperimentError with one sentence. */
export function requireComplete(experiment: Experiment): void {
  const missing = missingIn(experiment, parseExperiment(experiment));
  if (missing === undefined) return;
  throw new ExperimentError(values.incomplete({ key: missing }));
}

/** Where the first value stands that `given` lacks and `whole` has. */
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
