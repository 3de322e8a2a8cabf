/** neural-viz quiz FILE --format NAME: an exercise as a quiz for a learning management system; with --seeds one question for each. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  type NumbersExercise,
  quiz,
  type QuizFormatName,
  quizFormats,
  readExercise,
  type Variant,
  variantOf,
  variants,
} from "@neural-viz/engine";
import { refuseOverwriting, nameOf, readText } from "./input.ts";
import { print } from "./print.ts";
import { save } from "./save.ts";
import { say } from "./say.ts";
import { seedsOf } from "./seeds.ts";
import { UsageError } from "./usage.ts";

export interface QuizOptions {
  readonly format: string | undefined;
  readonly seeds: string | undefined;
  readonly path: string | undefined;
}

/** The most seeds of a quiz: a QTI question repeats all that is given for each answer. */
const MAX_SEEDS = 200;

export async function printQuiz(file: string, { format, seeds, path }: QuizOptions): Promise<void> {
  const name = formatOf(format);
  if (path !== undefined) refuseOverwriting(file, path);
  const exercise = readExercise(await readText(file), nameOf(file));
  if (exercise.style === "solve" || exercise.style === "ordered") {
    throw new UsageError(errors.quizStyle({ style: exercise.style }));
  }
  const written = quiz(chosen(exercise, seeds), name);
  if (path !== undefined) return save(path, written);
  if (typeof written !== "string" && process.stdout.isTTY)
    throw new UsageError(errors.binary({ format: name }));
  print(written);
}

/** The exercise as it is, or its good variants. What is wrong with one is said on standard error. */
function chosen(exercise: NumbersExercise, seeds: string | undefined): readonly Variant[] {
  if (seeds === undefined) {
    const only = variantOf(exercise);
    if (only.rejection !== undefined) say(output.weakQuestion({ why: only.rejection.message.text }));
    return [only];
  }
  const all = variants(exercise, seedsOf(exercise.experiment, seeds, MAX_SEEDS));
  const good = all.filter(({ rejection }) => rejection === undefined);
  for (const { seed, rejection } of all) {
    if (rejection !== undefined) say(output.rejectedSeed({ seed: seed!, why: rejection.message.text }));
  }
  if (good.length === 0) throw new UsageError(errors.allRejected({ count: all.length }));
  if (good.length < all.length) say(output.keptSeeds({ good: good.length, all: all.length }));
  return good;
}

function formatOf(format: string | undefined): QuizFormatName {
  if (format !== undefined && Object.hasOwn(quizFormats, format)) return format as QuizFormatName;
  const names = Object.keys(quizFormats);
  throw new UsageError(
    format === undefined ? errors.noFormat({ names }) : errors.unknownFormat({ format, names }),
  );
}
