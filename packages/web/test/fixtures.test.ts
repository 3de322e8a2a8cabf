import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { readPersistedState, writePersistedState } = await import("../src/store/visit/persistedState.ts");

/** What the first version saved of a tab, with the state it was restored to then. */
const folder = join(import.meta.dirname, "../../engine/test/fixtures/v1");
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

test.each([
  ["kept-everything", 20],
  ["kept-untouched", Infinity],
])("%s of version 1 opens as it did then, and is the same when saved again", (name, pace) => {
  const text = textOf(`${name}.json`);
  const saved = readPersistedState(text)!;
  expect(saved.epochsPerSecond).toBe(pace);
  // JSON leaves out undefined and writes infinity as null. Then, the inspector's history was called trail, the color
  // colour, and a probe had two numbers.
  const opened = JSON.parse(textOf(`${name}.opened.json`)) as {
    replay: { trail: unknown };
    look: { colour: unknown };
    selection: { kind: string; index: number; x1?: number; x2?: number };
  };
  const { x1, x2, ...selected } = opened.selection;
  const selection = x1 === undefined ? selected : { ...selected, x: [x1, x2] };
  const added = { lines: false, axes: [1, 2], output: 0 };
  const { trail: inspectorHistory, ...replay } = opened.replay;
  const { colour: color, ...look } = opened.look;
  expect(JSON.parse(JSON.stringify(saved))).toEqual({
    ...opened,
    replay: { ...replay, inspectorHistory },
    look: { ...look, ...added, color },
    selection,
  });
  const written = JSON.parse(text) as { look: object };
  expect(JSON.parse(writePersistedState(saved))).toEqual({
    ...written,
    look: { ...written.look, ...added },
    selection,
  });
});
