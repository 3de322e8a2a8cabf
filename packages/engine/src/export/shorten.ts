/** JSON of experiments without what reading fills in again. */
import { attempt } from "../math/result.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment } from "../session/parse.ts";

/** Leaves out every key that reading fills in again. */
export function withoutDefaults(experiment: Experiment): object {
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
