/**
 * Scenes: an ordered list of places, each what a link holds and a caption, for a talk or a class. As a file they are JSON;
 * as a link the same JSON is the fragment of an address.
 */
import { ExperimentError, quote } from "../math/sentence.ts";
import { defaultExperiment, type Experiment } from "../session/experiment.ts";
import { type Linked, readFragment, readLinked } from "./link.ts";

/** A place with what is said of it. */
export interface CaptionedPlace extends Linked {
  readonly caption: string;
}

/** More scenes than this are no talk. */
const MOST_SCENES = 200;
/** A caption of more characters is no caption. */
const MOST_CHARACTERS = 1000;

/** The scenes as JSON: what an experiment leaves at its defaults, or shares with the scene before, is left out. */
export function writeScenes(scenes: readonly CaptionedPlace[]): string {
  const written = scenes.map(({ experiment, ...rest }, i) => ({
    ...rest,
    experiment: same(experiment, scenes[i - 1]?.experiment) ? undefined : short(experiment),
  }));
  return JSON.stringify({ version: 1, scenes: written });
}

/** The scenes as the fragment of an address, without its #. */
export function writeScenesLink(scenes: readonly CaptionedPlace[]): string {
  return encodeURIComponent(writeScenes(scenes));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function short(experiment: Experiment): Partial<Experiment> {
  const { version, ...rest } = experiment;
  const chosen = Object.entries(rest).filter(
    ([key, value]) => !same(value, defaultExperiment[key as keyof typeof rest]),
  );
  return { version, ...(Object.fromEntries(chosen) as Partial<Experiment>) };
}

/** Whether a parsed file or fragment holds scenes, as opposed to an experiment or a link to one. */
export function holdsScenes(value: unknown): value is { readonly scenes: unknown } {
  return typeof value === "object" && value !== null && "scenes" in value;
}

/** Reads scenes from plain JSON. @throws ExperimentError with one sentence that names the scene and what is wrong in it. */
export function parseScenes({ scenes }: { readonly scenes: unknown }): readonly CaptionedPlace[] {
  if (!Array.isArray(scenes) || scenes.length === 0 || scenes.length > MOST_SCENES) {
    throw new ExperimentError(`scenes is ${quote(scenes)}; it must be a list of 1 to ${MOST_SCENES} scenes.`);
  }
  const read: CaptionedPlace[] = [];
  for (const [i, scene] of scenes.entries()) read.push(parseScene(scene, i, read.at(-1)?.experiment));
  return read;
}

function parseScene(scene: unknown, index: number, before: Experiment | undefined): CaptionedPlace {
  const where = `scenes[${index}]`;
  if (typeof scene !== "object" || scene === null || Array.isArray(scene)) {
    throw new ExperimentError(`${where} is ${quote(scene)}; it must be an object.`);
  }
  const { caption = "", experiment = before, ...place } = scene as Readonly<Record<string, unknown>>;
  if (typeof caption !== "string" || caption.length > MOST_CHARACTERS) {
    throw new ExperimentError(`${where}.caption is no text of at most ${MOST_CHARACTERS} characters.`);
  }
  try {
    return { caption, ...readLinked({ ...place, experiment }) };
  } catch (error) {
    if (error instanceof ExperimentError) throw new ExperimentError(`In ${where}, ${error.message}`);
    throw error;
  }
}

/** Reads the fragment of an address that holds scenes; undefined when it holds a single place. */
export function readScenesLink(fragment: string): readonly CaptionedPlace[] | undefined {
  const value = readFragment(fragment);
  return holdsScenes(value) ? parseScenes(value) : undefined;
}
