import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { readPersistedState, writePersistedState } = await import("../src/store/visit/persistedState.ts");

/** What a tab kept as the first version wrote it, beside what it opened to then. */
const folder = join(import.meta.dirname, "../../engine/test/fixtures/v1");
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

test.each([
  ["kept-everything", 20],
  ["kept-untouched", Infinity],
])("%s of version 1 opens to what it did then, and holds the same when it is written again", (name, pace) => {
  const text = textOf(`${name}.json`);
  const saved = readPersistedState(text)!;
  expect(saved.epochsPerSecond).toBe(pace);
  // In JSON what is undefined is missing, and infinity null. What it opened to was called a trail then.
  const { replay, ...rest } = JSON.parse(textOf(`${name}.opened.json`)) as { replay: { trail: unknown } };
  const { trail: inspectorHistory, ...others } = replay;
  expect(JSON.parse(JSON.stringify(saved))).toEqual({ ...rest, replay: { ...others, inspectorHistory } });
  expect(JSON.parse(writePersistedState(saved))).toEqual(JSON.parse(text));
});
