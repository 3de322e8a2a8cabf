/**
 * Scenes: a list of links with captions, for a talk or a class. They are saved as JSON in a file, or as the same JSON in
 * the fragment of a URL.
 */
import { allowed } from "#text/values";
import { links } from "#text/links";
import { attempt } from "../math/result.ts";
import { ExperimentError } from "../math/errors.ts";
import { fail, isObject, object, type Schema, versioned } from "../schema/index.ts";
import { defaultExperiment, type Experiment } from "../session/experiment.ts";
import { type Linked, readFragment, readLinked } from "./link.ts";

/** The contents of a link with a caption. */
export interface Scene extends Linked {
  readonly caption: string;
}

/** The largest number of scenes in a list. */
const MAX_SCENES = 200;
/** The largest number of characters in a caption. */
const MAX_CHARACTERS = 1000;

/** The scenes as JSON. It omits defaults, and an experiment that equals the previous scene's. */
export function writeScenes(scenes: readonly Scene[]): string {
  const written = scenes.map(({ experiment, ...rest }, i) => ({
    ...rest,
    experiment: same(experiment, scenes[i - 1]?.experiment) ? undefined : chosenOf(experiment),
  }));
  return JSON.stringify({ version: 1, scenes: written });
}

/** The scenes as the fragment of an address, without its #. */
export function writeScenesLink(scenes: readonly Scene[]): string {
  return encodeURIComponent(writeScenes(scenes));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An experiment without what is left at its default. */
export function chosenOf(experiment: Experiment): Partial<Experiment> {
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

/** Reads scenes from plain JSON. @throws ExperimentError that names the scene and says what is wrong */
export function parseScenes(json: unknown): readonly Scene[] {
  return talk(json, "");
}

const scenes: Schema<unknown[]> = (value, where) =>
  Array.isArray(value) && value.length >= 1 && value.length <= MAX_SCENES
    ? value
    : fail(where, value, allowed.scenes({ most: MAX_SCENES }));

const scenesOf = object({ scenes }, { others: "ignored" });

const talk = versioned<readonly Scene[]>(
  (value, where) => {
    const read: Scene[] = [];
    for (const [i, scene] of scenesOf(value, where).scenes.entries()) {
      read.push(readScene(scene, `scenes[${i}]`, read.at(-1)?.experiment));
    }
    return read;
  },
  { migrations: [], missingVersion: "first" },
);

function readScene(value: unknown, where: string, before: Experiment | undefined): Scene {
  if (!isObject(value)) fail(where, value, allowed.object());
  const { caption = "", experiment = before, ...rest } = value;
  if (typeof caption !== "string" || caption.length > MAX_CHARACTERS) {
    fail(`${where}.caption`, caption, allowed.caption({ most: MAX_CHARACTERS }));
  }
  const linked = attempt(() => readLinked({ ...rest, experiment }));
  if (!linked.ok) throw new ExperimentError(links.inPart({ where, why: linked.why }));
  return { caption, ...linked.value };
}

/** Reads scenes from the fragment of a URL; undefined if it holds a single link. */
export function readScenesLink(fragment: string): readonly Scene[] | undefined {
  const value = readFragment(fragment);
  return holdsScenes(value) ? parseScenes(value) : undefined;
}
