import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  parseScenes,
  readExperiment,
  readLink,
  readScenesLink,
  writeLink,
  writeScenes,
  writeScenesLink,
} from "@neural-viz/engine";
import { expect, test } from "vitest";

/** Files as the first version wrote them, each beside what it opened to then. They never change. */
const folder = join(import.meta.dirname, "fixtures", "v1");
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");
const openedOf = (name: string): unknown => JSON.parse(textOf(name.replace(/\.\w+$/, ".opened.json")));
const named = (start: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(start) && !name.endsWith(".opened.json"));

test.each(named("experiment-"))("%s of version 1 opens to what it did then", (name) => {
  expect(readExperiment(textOf(name), name)).toEqual(openedOf(name));
});

test.each(named("link-"))("%s of version 1 opens to what it did then, and is written so again", (name) => {
  const linked = readLink(textOf(name));
  expect(linked).toEqual(openedOf(name));
  expect(writeLink(linked)).toBe(textOf(name));
});

test("scenes of version 1 open to what they did then, from a file and a link, and are written so again", () => {
  const scenes = parseScenes(JSON.parse(textOf("scenes.json")) as { scenes: unknown });
  expect(scenes).toEqual(openedOf("scenes.json"));
  expect(readScenesLink(textOf("scenes-link.txt"))).toEqual(openedOf("scenes-link.txt"));
  // The order of keys is the reader's own, so a file that was read and written again has the same values.
  expect(JSON.parse(writeScenes(scenes))).toEqual(JSON.parse(textOf("scenes.json")));
  expect(readScenesLink(writeScenesLink(scenes))).toEqual(scenes);
});
