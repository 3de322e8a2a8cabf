import { ExperimentError } from "@neural-viz/engine";
import { expect, test } from "vitest";
import { beliefs, isTrue } from "../src/lessons/beliefs/items.ts";
import { readResults } from "../src/lessons/beliefs/results.ts";
import { lessons } from "../src/lessons/index.ts";
import { sceneAt } from "../src/lessons/scene.ts";
import { plain } from "../src/lessons/pieces.ts";

test("there are ten beliefs, and each has exactly one correct answer", () => {
  expect(beliefs.length).toBe(10);
  const so = beliefs.map((belief) => belief.options.filter((_, answer) => isTrue(belief, answer)).length);
  expect(so).toEqual(beliefs.map(() => 1));
});

// The textbook answers, independent of our scenes: see the table of misconceptions in the lessons' sources.
test("the correct answers are those of textbooks", () => {
  const so = beliefs.map((belief) => {
    const scene = sceneAt(belief.of);
    return plain(belief.options.find(({ holds }) => holds(scene))!.text, scene);
  });
  const said = [
    /Nothing/,
    /Separate rates/,
    /η times its gradient, in the opposite direction/,
    /then add/,
    /^4$/,
    /plateau/,
    /Unknown/,
    /worse than untrained/,
    /Only its output bias/,
    /gradients cancel/,
  ];
  so.forEach((words, i) => expect(words).toMatch(said[i]!));
});

test("every reference leads to an existing step or to a location that can be reached", () => {
  const there = beliefs.map(({ see }) =>
    "lesson" in see ? lessons[see.lesson]?.steps[see.step - 1] !== undefined : sceneAt(see).t === see.t,
  );
  expect(there).toEqual(beliefs.map(() => true));
});

test("the correct answer has no preferred position", () => {
  const right = beliefs.map(({ options, of }) => options.findIndex(({ holds }) => holds(sceneAt(of))));
  expect(right.filter((index) => index === 0).length).toBeGreaterThanOrEqual(4);
  expect(right.filter((index) => index === 1).length).toBeGreaterThanOrEqual(4);
});

test("saved answers to other questions are ignored", () => {
  const all = beliefs.map(() => 1);
  expect(readResults({ before: all }, "")).toEqual({ before: all });
  expect(readResults({}, "")).toEqual({});
  for (const damaged of [
    null,
    3,
    { before: all.slice(1) },
    { before: all.with(0, 9) },
    { after: [..."0101010101"] },
  ])
    expect(() => readResults(damaged, "")).toThrow(ExperimentError);
});
