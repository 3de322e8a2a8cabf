/** neural-viz quiz FILE --format NAME: an exercise as a quiz for a learning management system; with --seeds one question for each. */
import { errors } from "#text/errors";
import {
  type NumbersExercise,
  quiz,
  type QuizFormatName,
  quizFormats,
  readExercise,
  type Variant,
  variantOf,
} from "@neural-viz/engine";
import { countOf, evenIfWeak, goodOnes, seeded } from "./goodOnes.ts";
import { refuseOverwriting, nameOf, readText } from "./input.ts";
import { print } from "./print.ts";
import { save } from "./save.ts";
import { seedsOf } from "./seeds.ts";
import { UsageError } from "./usage.ts";

export interface QuizOptions {
  readonly format: string | undefined;
  readonly seeds: string | undefined;
  readonly count: string | undefined;
  readonly path: string | undefined;
}

/** The most seeds of a quiz: a QTI question repeats all that is given for each answer. */
const MAX_SEEDS = 200;

export async function printQuiz(file: string, { format, seeds, count, path }: QuizOptions): Promise<void> {
  const name = formatOf(format);
  if (path !== undefined) refuseOverwriting(file, path);
  const exercise = readExercise(await readText(file), nameOf(file));
  if (exercise.style === "solve" || exercise.style === "ordered") {
    throw new UsageError(errors.quizStyle({ style: exercise.style }));
  }
  const written = quiz(chosen(exercise, { seeds, count }), name);
  if (path !== undefined) return save(path, written);
  if (typeof written !== "string" && process.stdout.isTTY)
    throw new UsageError(errors.binary({ format: name }));
  print(written);
}

/** The exercise as it is, or its good variants. */
function chosen(
  exercise: NumbersExercise,
  { seeds, count }: Pick<QuizOptions, "seeds" | "count">,
): readonly Variant[] {
  const wanted = countOf(count, seeds);
  if (seeds === undefined) return [evenIfWeak(variantOf(exercise))];
  return goodOnes(seeded(exercise, seedsOf(exercise.experiment, seeds, MAX_SEEDS), variantOf), wanted);
}

function formatOf(format: string | undefined): QuizFormatName {
  if (format !== undefined && Object.hasOwn(quizFormats, format)) return format as QuizFormatName;
  const names = Object.keys(quizFormats);
  throw new UsageError(
    format === undefined ? errors.noFormat({ names }) : errors.unknownFormat({ format, names }),
  );
}
