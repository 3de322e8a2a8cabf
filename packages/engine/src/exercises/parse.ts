/** Reads an exercise from JSON. A bare experiment is one too: it asks for one whole update of its first point. */
import { exercises as text } from "#text/exercises";
import { allowed } from "#text/values";
import { InputError } from "../math/errors.ts";
import type { QuantityId } from "../ids/kind.ts";
import { idOf } from "../ids/index.ts";
import {
  anything,
  fail,
  isObject,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  type Schema,
  text as string,
  whole,
  withDefault,
} from "../schema/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { parseExperiment, parseExperimentFile, readJson } from "../session/parse.ts";
import { networkOf, samplesOf, updateLimit } from "../session/start.ts";
import { assertExists } from "../quantities/exists.ts";
import {
  DIGITS,
  type Exercise,
  type ExerciseStyle,
  exerciseStyles,
  MAX_ASKED,
  MAX_WORK,
} from "./exercise.ts";
import { ofPoint, onPaper } from "./onPaper.ts";
import { assertAskable, completed, type Place } from "./stems.ts";
import { assertFewPoints } from "./stated.ts";
import { oneOfEach, wholeUpdate } from "./whole.ts";

/**
 * Whether a parsed file holds an exercise, as opposed to a bare experiment. An exported run has an experiment in it too, and its
 * trained parameters.
 */
export function holdsExercise(json: unknown): boolean {
  return isObject(json) && "experiment" in json && !("parameters" in json);
}

/** Reads an exercise or a bare experiment. @throws InputError that says what is wrong and what is allowed */
export function parseExercise(json: unknown): Exercise {
  return exercise(holdsExercise(json) ? json : { experiment: parseExperimentFile(json) }, "");
}

/** Reads the text of a file. `name` is the file's name for error messages. @throws InputError */
export function readExercise(contents: string, name: string): Exercise {
  return parseExercise(readJson(contents, name));
}

const stems = (from: number) =>
  list(string(), { must: allowed.list(), length: { from, to: MAX_ASKED, items: "values" } });

const shape = object(
  {
    experiment: anything,
    t: withDefault(anything, 0),
    sample: withDefault(anything, 1),
    ask: optional(stems(1)),
    given: optional(anything),
    style: withDefault(oneOf(exerciseStyles), "blanks"),
    digits: withDefault(whole(DIGITS.min, DIGITS.max), DIGITS.default),
  },
  { title: text.title().text },
);

/** What may be asked depends on the experiment, and what is given on the style: so they are read in turn. */
const exercise: Schema<Exercise> = (value, where) => {
  const read = shape(value, where);
  const { style, digits } = read;
  const chosen = parseExperiment(read.experiment);
  const limit = updateLimit(chosen);
  const t = whole(0, limit, allowed.update({ limit }))(read.t, "t");
  const { count } = samplesOf(chosen.dataset);
  const most = Math.floor(MAX_WORK / (count * networkOf(chosen).size));
  if (t > most) throw new InputError(text.longRun({ t, most }));
  const sample = whole(1, count)(read.sample, "sample");
  if (style === "solve") {
    return unknown(read.ask, read.given, { experiment: onPaper(chosen, t), t, sample, digits });
  }
  const stated = {
    ...(read.ask === undefined
      ? pointAlone(chosen, t, sample)
      : { experiment: onPaper(chosen, t), t, sample }),
    digits,
  };
  const ask = read.ask === undefined ? usual(stated.experiment, style) : quantities(read.ask, stated, "ask");
  const given = quantities(withDefault(stems(0), [])(read.given, "given"), stated, "given");
  const twice = given.find((id) => ask.includes(id));
  if (twice !== undefined) throw new InputError(text.askedAndGiven({ id: twice }));
  assertFewPoints({ ...stated, ask: [...ask, ...given] });
  return { ...stated, style, ask, given };
};

/** An exercise that doesn't say what it asks for is about its point alone. */
function pointAlone(chosen: Experiment, t: number, sample: number): Omit<Stated, "digits"> {
  if (t > 0) throw new InputError(text.noAsk({ t }));
  return { experiment: onPaper(ofPoint(chosen, sample), t), t, sample: 1 };
}

/** What is asked unless an exercise says it. */
function usual(experiment: Experiment, style: ExerciseStyle): QuantityId[] {
  const all = wholeUpdate(experiment);
  return style === "ordered" ? oneOfEach(all) : all;
}

interface Stated extends Place {
  readonly experiment: Experiment;
  readonly digits: number;
}

/** The ids of stems, each of which can be computed. */
function quantities(asked: readonly string[], stated: Stated, where: string): QuantityId[] {
  const ids = asked.map((stem, i) => quantity(stem, stated, `${where}[${i}]`));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new InputError(text.twice({ where, id: twice }));
  return ids;
}

function quantity(stem: string, stated: Stated, where: string): QuantityId {
  const id = completed(stem, stated, where);
  assertAskable(id, stated.t, where);
  assertExists(idOf(id), stated.experiment, stated.t + 1);
  return id;
}

/** Which parameter makes a quantity equal to a number? */
function unknown(asked: readonly string[] | undefined, given: unknown, stated: Stated): Exercise {
  const [stem = "", ...more] = asked ?? [];
  const id = completed(stem, stated, "ask[0]");
  const parts = idOf(id);
  if (more.length > 0 || parts.kind !== "parameter" || parts.t !== stated.t) {
    throw new InputError(text.oneUnknown());
  }
  assertExists(parts, stated.experiment, stated.t);
  const entries = Object.entries(record(number())(given ?? fail("given", given, text.result()), "given"));
  const [result] = entries;
  if (result === undefined || entries.length > 1) throw new InputError(text.oneResult());
  const solved = quantity(result[0], stated, "given");
  assertFewPoints({ ...stated, ask: [solved] });
  return { ...stated, style: "solve", ask: [id], given: { [solved]: result[1] } };
}
