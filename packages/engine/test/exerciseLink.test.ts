/** Exercises as files and links: they read as the same exercise, and hold nothing that reading fills in. */
import { describe, expect, test } from "vitest";
import {
  parseExercise,
  readExerciseLink,
  writeExercise,
  writeExerciseLink,
  writeLink,
  writeScenesLink,
  defaultExperiment,
} from "@neural-viz/engine";
const samples = [
  [0.2, 0.7, 1],
  [0.4, -0.1, 0],
];
const exercises = {
  "a bare experiment": { version: 1, dataset: { name: "moons" } },
  "an experiment without a choice": { experiment: { version: 1 } },
  "numbers of one point": {
    experiment: { version: 1, dataset: { name: "circles" } },
    sample: 7,
    ask: ["z.1.1", "a.1.1", "p", "gW.1.1.1"],
    given: ["delta.2.1"],
    digits: 3,
  },
  "an average and the update that uses it": {
    experiment: { version: 1, dataset: { name: "custom", samples } },
    t: 2,
    sample: 2,
    ask: ["gW.1.1.1@2", "gW.1.1.1[1]@2", "W.1.1.1@3"],
    style: "ordered",
  },
  "an unknown": {
    experiment: { version: 1, dataset: { name: "custom", samples } },
    ask: ["b.2.1"],
    given: { p: 0.5 },
    style: "solve",
  },
  "decimals of its own": {
    experiment: {
      version: 1,
      dataset: { name: "moons", decimals: 1 },
      network: { hidden: [], initializer: { name: "torch", seed: 3, decimals: 1 } },
    },
    ask: ["p"],
    style: "worked",
  },
};

describe.each(Object.entries(exercises))("%s", (_, json) => {
  const exercise = parseExercise(json);

  test("comes back from its link and its file", () => {
    expect(readExerciseLink(writeExerciseLink(exercise))).toEqual(exercise);
    expect(parseExercise(JSON.parse(writeExercise(exercise)))).toEqual(exercise);
  });
});

test("a file holds what was chosen, in short ids, and no defaults", () => {
  const { "numbers of one point": chosen } = exercises;
  expect(JSON.parse(writeExercise(parseExercise(chosen)))).toEqual({
    ...chosen,
    experiment: { version: 1 },
  });
  expect(JSON.parse(writeExercise(parseExercise({ version: 1 })))).not.toHaveProperty("ask");
});

test("a link begins with its version and its exercise", () => {
  const link = decodeURIComponent(writeExerciseLink(parseExercise({ version: 1 })));
  expect(link).toMatch(/^\{"version":1,"exercise":\{"experiment":\{/);
});

test("other links are no exercises", () => {
  const location = { experiment: defaultExperiment, t: 0 };
  expect(readExerciseLink(writeLink(location))).toBeUndefined();
  expect(readExerciseLink(writeScenesLink([{ ...location, caption: "" }]))).toBeUndefined();
});

test.each([
  ["cut off", "%7B%22version%22%3A1%2C%22exercise", /incomplete/],
  ["of another version", '{"version":2,"exercise":{}}', /^version must be 1/],
  [
    "with an unknown quantity",
    '{"exercise":{"experiment":{"version":1},"ask":["q"]}}',
    /ask\[0\] must be the id/,
  ],
])("a link %s is refused in one sentence", (_, fragment, sentence) => {
  expect(() => readExerciseLink(fragment)).toThrow(sentence);
});
