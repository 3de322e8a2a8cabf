/** neural-viz worksheet FILE: one update on paper, with blanks and an answer key; with --seeds a sheet for each. */
import { errors } from "#text/errors";
import {
  createRecording,
  createRun,
  type Experiment,
  type Run,
  stages,
  withSeed,
  worksheet,
  type WorksheetStage,
} from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print } from "./print.ts";
import { readExperiment, run } from "./run.ts";
import { seedsOf } from "./seeds.ts";
import { UsageError } from "./usage.ts";

export interface WorksheetOptions {
  readonly at: string | undefined;
  readonly sample: string | undefined;
  readonly blank: string | undefined;
  readonly seeds: string | undefined;
}

/** The largest number of sheets. */
const MAX_SHEETS = 1000;

export async function printWorksheet(file: string, options: WorksheetOptions): Promise<void> {
  const experiment = await readExperiment(file);
  const t = whole("--at", options.at ?? "0", 0);
  const sample = whole("--sample", options.sample ?? "1", 1);
  const runs: Run[] = [];
  for (const one of seeded(experiment, options.seeds)) {
    const recording = createRecording(one);
    if (!(await run(recording.live, recording.step, t + 1))) {
      process.exitCode = 130;
      return;
    }
    runs.push(createRun(recording));
  }
  const short = runs.find(({ last }) => last < t);
  if (short !== undefined) throw new UsageError(errors.afterEnd({ at: t, t: short.last }));
  print(worksheet(runs, { t, sample, blanks: stagesOf(options.blank ?? "forward,backward") }));
}

/** The experiment with each of the seeds of its first weights. */
function seeded(experiment: Experiment, text: string | undefined): Experiment[] {
  if (text === undefined) return [experiment];
  return seedsOf(experiment, text, MAX_SHEETS).map((seed) => withSeed(experiment, seed));
}

function stagesOf(text: string): WorksheetStage[] {
  const known = Object.keys(stages);
  const wrong = text.split(",").find((name) => !known.includes(name));
  if (wrong === undefined) return text.split(",") as WorksheetStage[];
  throw new UsageError(errors.stages({ wrong, known }));
}

function whole(option: string, text: string, from: number): number {
  const value = numberOf(text);
  if (Number.isInteger(value) && value >= from) return value;
  throw new UsageError(errors.notWhole({ option, text, from }));
}
