import { expect, test } from "vitest";
import {
  asId,
  type Scene,
  defaultExperiment,
  ExperimentError,
  parseScenes,
  readScenesLink,
  textbook,
  writeScenes,
  writeScenesLink,
} from "@neural-viz/engine";

const moons = { ...defaultExperiment, dataset: { name: "moons", points: 60, noise: 0.1, seed: 3 } } as const;
const scenes: readonly Scene[] = [
  { caption: "Untrained “moons”, η = 0.1", experiment: moons, t: 0 },
  {
    caption: "",
    experiment: moons,
    t: 40,
    sample: 7,
    inspect: asId("p[7]@40")!,
    fingerprint: "cbf29ce484222325",
  },
  { caption: "On paper", experiment: textbook, t: 1, panel: "chainRule" },
];

/** What is said of scenes that cannot be read. */
function complaint(value: unknown): string {
  try {
    parseScenes(JSON.parse(JSON.stringify(value)) as { scenes: unknown });
  } catch (error) {
    if (error instanceof ExperimentError) return error.message;
    throw error;
  }
  return "";
}

test("scenes come back from a file and from a link as they were", () => {
  expect(parseScenes(JSON.parse(writeScenes(scenes)) as { scenes: unknown })).toEqual(scenes);
  expect(readScenesLink(writeScenesLink(scenes))).toEqual(scenes);
});

test("a scene omits an experiment that equals the previous scene's", () => {
  const { scenes: written } = JSON.parse(writeScenes(scenes)) as { scenes: object[] };
  expect(written.map((scene) => "experiment" in scene)).toEqual([true, false, true]);
});

test("a single link holds no scenes", () => {
  expect(readScenesLink(encodeURIComponent(JSON.stringify({ experiment: moons, t: 0 })))).toBeUndefined();
});

test.each([
  [{ scenes: [] }, "scenes must be a list of 1 to 200 scenes; it is an empty list."],
  [{ scenes: 7 }, "scenes must be a list of 1 to 200 scenes; it is 7."],
  [{ scenes: [3] }, "scenes[0] must be an object; it is 3."],
  [{ scenes: [{ t: 0 }] }, "In scenes[0]: The experiment must be an object; it is missing."],
  [
    { scenes: [{ experiment: moons, t: 0 }, { t: -1 }] },
    "In scenes[1]: t must be a whole number from 0 to 10000, the most updates this run can have; it is -1.",
  ],
  [
    { scenes: [{ experiment: moons, t: 0, caption: 5 }] },
    "scenes[0].caption must be text of at most 1000 characters; it is 5.",
  ],
])("damaged scenes are one sentence: %j", (value, sentence) => {
  expect(complaint(value)).toBe(sentence);
});
