/** The variants of an exercise, or of one update of an experiment, that a worksheet prints. */
import { errors } from "#text/errors";
import {
  type AnyVariant,
  createSession,
  type Exercise,
  exerciseFrom,
  holdsExercise,
  parseExercise,
  parseExperimentFile,
  readJson,
  seedOf,
  solveVariantOf,
  variantOf,
  withSeed,
} from "@neural-viz/engine";
import { countOf, evenIfWeak, goodOnes, seeded } from "./goodOnes.ts";
import { nameOf, readText } from "./input.ts";
import { numberOf } from "./numbers.ts";
import { run } from "./run.ts";
import { seedsOf } from "./seeds.ts";
import { UsageError } from "./usage.ts";

/** The largest number of sheets. */
const MAX_SHEETS = 1000;

/** Which sheets. */
interface Chosen {
  readonly at: string | undefined;
  readonly sample: string | undefined;
  readonly seeds: string | undefined;
  readonly count: string | undefined;
}

/** The exercise as it is, or its good variants; undefined if training was interrupted. */
export async function sheetsOf(
  file: string,
  { at, sample, seeds, count: wanted }: Chosen,
): Promise<readonly AnyVariant[] | undefined> {
  const json = readJson(await readText(file), nameOf(file));
  const count = countOf(wanted, seeds);
  const t = at === undefined ? undefined : whole("--at", at, 0);
  const s = sample === undefined ? undefined : whole("--sample", sample, 1);
  if (!holdsExercise(json)) return trainedSheets(json, t ?? 0, s ?? 1, { seeds, count });
  const exercise = parseExercise({
    ...(json as object),
    ...(t !== undefined && { t }),
    ...(s !== undefined && { sample: s }),
  });
  if (seeds === undefined) return [only(sheetOf(exercise, seedOf(exercise.experiment)))];
  return goodOnes(seeded(exercise, seedsOf(exercise.experiment, seeds, MAX_SHEETS), sheetOf), count);
}

/** One update of an experiment after t updates of training, for each seed. */
async function trainedSheets(
  json: unknown,
  t: number,
  sample: number,
  { seeds, count }: { readonly seeds: string | undefined; readonly count: number | undefined },
): Promise<readonly AnyVariant[] | undefined> {
  const experiment = parseExperimentFile(json);
  const experiments =
    seeds === undefined
      ? [experiment]
      : seedsOf(experiment, seeds, MAX_SHEETS).map((seed) => withSeed(experiment, seed));
  const all: AnyVariant[] = [];
  for (const one of experiments) {
    if (t === 0) {
      all.push(sheetOf(parseExercise({ experiment: one, sample }), seedOf(one)));
      continue;
    }
    const session = createSession(one);
    if (!(await run(session, session.step, t))) {
      process.exitCode = 130;
      return undefined;
    }
    if (session.t < t) throw new UsageError(errors.afterEnd({ at: t, t: session.t }));
    all.push(sheetOf(exerciseFrom(session, sample), seedOf(one)));
  }
  return seeds === undefined ? [only(all[0]!)] : goodOnes(all, count);
}

function sheetOf(exercise: Exercise, seed: number | undefined): AnyVariant {
  return { ...(exercise.style === "solve" ? solveVariantOf(exercise) : variantOf(exercise)), seed };
}

/** A single sheet, even of a weak question, but not of one without an answer. */
function only(variant: AnyVariant): AnyVariant {
  if (variant.exercise.style === "solve" && variant.rejection !== undefined) {
    throw new UsageError(errors.noSolution({ why: variant.rejection.message.text }));
  }
  return evenIfWeak(variant);
}

function whole(option: string, text: string, from: number): number {
  const value = numberOf(text);
  if (Number.isInteger(value) && value >= from) return value;
  throw new UsageError(errors.notWhole({ option, text, from }));
}
