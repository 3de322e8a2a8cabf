/** neural-viz link FILE and neural-viz open LINK: an experiment or an exercise as an address, and back. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  createSession,
  type Exercise,
  fingerprint,
  holdsExercise,
  parseExercise,
  parseExperimentFile,
  readExerciseLink,
  readJson,
  readLink,
  readScenesLink,
  solveVariantOf,
  updateLimit,
  variantOf,
  writeExercise,
  writeExerciseLink,
  writeLink,
} from "@neural-viz/engine";
import { countOf, goodOnes, seeded } from "./goodOnes.ts";
import { nameOf, readText } from "./input.ts";
import { numberOf } from "./numbers.ts";
import { print, toJson } from "./print.ts";
import { run } from "./run.ts";
import { say } from "./say.ts";
import { seedsOf } from "./seeds.ts";
import { UsageError } from "./usage.ts";

export interface LinkOptions {
  readonly at?: string | undefined;
  readonly seeds?: string | undefined;
  readonly count?: string | undefined;
  readonly page?: string | undefined;
}

export async function link(file: string, { at, ...variants }: LinkOptions): Promise<void> {
  const contents = readJson(await readText(file), nameOf(file));
  if (holdsExercise(contents)) {
    if (at !== undefined) throw new UsageError(errors.noAtForExercise());
    return print(exerciseLinks(parseExercise(contents), variants));
  }
  if (variants.seeds !== undefined) throw new UsageError(errors.noSeedsForExperiment());
  countOf(variants.count, variants.seeds);
  if (variants.page !== undefined) throw new UsageError(errors.pageWithoutSeeds());
  const experiment = parseExperimentFile(contents);
  const limit = updateLimit(experiment);
  const t = at === undefined ? 0 : numberOf(at);
  if (!Number.isInteger(t) || t < 0 || t > limit) {
    throw new UsageError(errors.updates({ option: "--at", text: at ?? "", limit }));
  }
  // Trained until there, so that whoever opens the link can compare the parameters.
  const session = createSession(experiment);
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  if (session.t < t) {
    throw new UsageError(errors.afterEnd({ at: t, t: session.t }));
  }
  print(`#${writeLink({ experiment, t, fingerprint: fingerprint(session.params) })}\n`);
}

/** The most links. */
const MAX_LINKS = 1000;

/** The end of the exercise's link, or a table with a link for each good seed. */
function exerciseLinks(exercise: Exercise, { seeds, count, page = "" }: Omit<LinkOptions, "at">): string {
  const wanted = countOf(count, seeds);
  if (seeds === undefined) {
    if (page !== "") throw new UsageError(errors.pageWithoutSeeds());
    return `#${writeExerciseLink(exercise)}\n`;
  }
  if (page !== "" && !/^https?:\/\/[^#\s,"]+$/.test(page))
    throw new UsageError(errors.notAPage({ text: page }));
  const all = seeded(exercise, seedsOf(exercise.experiment, seeds, MAX_LINKS), (one) =>
    one.style === "solve" ? solveVariantOf(one) : variantOf(one),
  );
  const rows = goodOnes(all, wanted).map(
    ({ seed, exercise: one }) => `${seed},${page}#${writeExerciseLink(one)}\n`,
  );
  return [`${output.linkColumns.join(",")}\n`, ...rows].join("");
}

export async function open(address: string, json: boolean): Promise<void> {
  const fragment = address.slice(address.indexOf("#") + 1); // without a # all of it
  const exercise = readExerciseLink(fragment);
  if (exercise !== undefined) {
    print(json ? toJson(exercise) : writeExercise(exercise));
    return;
  }
  const scenes = readScenesLink(fragment);
  if (scenes !== undefined) {
    throw new UsageError(errors.manyScenes({ count: scenes.length }));
  }
  const { experiment, t, fingerprint: theirs } = readLink(fragment);
  print(json ? toJson(experiment) : `${JSON.stringify(experiment, undefined, 2)}\n`);
  if (t > 0) say(output.shownAfter({ t }));
  if (theirs === undefined) return;
  const session = createSession(experiment);
  if (!(await run(session, session.step, t))) {
    process.exitCode = 130;
    return;
  }
  while (session.t < t) session.replay(); // as on the page, where a run may go on after it has stopped
  if (fingerprint(session.params) === theirs) return;
  say(output.otherFingerprint({ t }));
  process.exitCode = 1;
}
