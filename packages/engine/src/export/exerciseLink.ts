/**
 * An exercise as text: a file, or a link, which is the same JSON in the fragment of a URL with its version. What reading fills in
 * is left out.
 */
import { DECIMALS, DIGITS, type Exercise } from "../exercises/exercise.ts";
import { parseExercise } from "../exercises/parse.ts";
import { stemOf } from "../ids/stem.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Schema, versioned } from "../schema/index.ts";
import { type DatasetChoice, defaultExperiment, type Experiment } from "../session/experiment.ts";
import { attempt } from "../math/result.ts";
import { readFragment } from "./link.ts";
import { chosenOf } from "./scenes.ts";

/** The exercise as a file: JSON that reads as the same exercise. */
export function writeExercise(exercise: Exercise): string {
  return `${JSON.stringify(shortExercise(exercise), undefined, 2)}\n`;
}

/** The exercise as the fragment of an address, without its #. */
export function writeExerciseLink(exercise: Exercise): string {
  return encodeURIComponent(JSON.stringify({ version: 1, exercise: shortExercise(exercise) }));
}

/**
 * Reads an exercise from the fragment of a URL, without its #; undefined if it holds something else.
 * @throws InputError that says what is wrong
 */
export function readExerciseLink(fragment: string): Exercise | undefined {
  const value = readFragment(fragment);
  return "exercise" in value ? link(value, "") : undefined;
}

const read: Schema<Exercise> = (value) => parseExercise((value as { readonly exercise: unknown }).exercise);

const link = versioned(read, { migrations: [], missingVersion: "first" });

/** The shortest JSON that reads as an exercise: what isn't needed is undefined or missing. */
interface ShortExercise {
  readonly t: number | undefined;
  readonly ask?: readonly string[];
}

/** The shortest JSON that reads as the exercise. */
export function shortExercise(exercise: Exercise): ShortExercise {
  const { experiment, t, sample, ask, given, style, digits } = exercise;
  const stem = (id: QuantityId): string => stemOf(id, exercise);
  const results = Array.isArray(given)
    ? given.map(stem)
    : Object.fromEntries(Object.entries(given).map(([id, value]) => [stem(id as QuantityId), value]));
  const rest = {
    experiment: chosenOf(unrounded(experiment, t)),
    t: t === 0 ? undefined : t,
    sample: sample === 1 ? undefined : sample,
    given: Array.isArray(given) && given.length === 0 ? undefined : results,
    style: style === "blanks" ? undefined : style,
    digits: digits === DIGITS.default ? undefined : digits,
  };
  return reads(rest, exercise) ? rest : { ...rest, ask: ask.map(stem) };
}

/** Whether JSON reads as an exercise. */
function reads(json: object, exercise: Exercise): boolean {
  const found = attempt(() => parseExercise(JSON.parse(JSON.stringify(json)) as unknown));
  return found.ok && JSON.stringify(found.value) === JSON.stringify(exercise);
}

/** The experiment without the decimals and the length that an exercise has anyway. */
function unrounded(experiment: Experiment, t: number): Experiment {
  const { dataset, network, training } = experiment;
  const { epochs, autoStop } = defaultExperiment.training;
  return {
    ...experiment,
    dataset: withoutDecimals(dataset) as DatasetChoice,
    network: { ...network, initializer: withoutDecimals(network.initializer) as typeof network.initializer },
    training: t < epochs ? { ...training, epochs, autoStop } : training,
  };
}

function withoutDecimals(choice: object): object {
  if (!("decimals" in choice) || choice.decimals !== DECIMALS) return choice;
  const { decimals: _, ...rest } = choice;
  return rest;
}
