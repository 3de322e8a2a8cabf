/** The page of an exercise without its views: what is right, what can be seen, what is remembered, and where things stand. */
import {
  type NumbersExercise,
  parseExercise,
  type QuantityId,
  textbook,
  writeExerciseLink,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { layOut } from "../src/exercise/geometry.ts";
import { bookOf, type Entries, knownValue, nextBlank, progressOf } from "../src/exercise/progress.ts";
import { nothingSaved, readSaved, writeSaved } from "../src/exercise/saved.ts";
import { fragmentOf, isLink, routeOf } from "../src/store/visit/route.ts";

/** z = 0.3 + 0.5 · 2 − 0.25 · 4 = 0.3, ŷ = σ(0.3) = 0.5744, δ = ŷ − 1 = −0.4256, the gradients δ · 2, δ · 4 and δ. */
const exercise = parseExercise({
  experiment: {
    version: 1,
    dataset: { name: "custom", samples: [[2, 4, 1]] },
    network: {
      hidden: [],
      initializer: { name: "given", parameters: [{ weight: [[0.5, -0.25]], bias: [0.3] }] },
    },
    optimizer: { name: "sgd", learningRate: 0.5 },
  },
  ask: ["z.1.1", "p", "delta.1.1", "gW.1.1.1"],
}) as NumbersExercise;
const book = bookOf(exercise);
const [z, p, delta, gradient] = exercise.ask as [QuantityId, QuantityId, QuantityId, QuantityId];
const none = new Set<never>();

const typed = (answers: Readonly<Record<string, string>>): Entries =>
  Object.fromEntries(
    Object.entries(answers).map(([id, text]) => [id, { text, checked: true, shown: false, hints: 0 }]),
  );

describe("progress", () => {
  test("right answers are found, with a point or a comma", () => {
    const progress = progressOf(book, typed({ [z]: "0.3", [p]: "0,5744" }), none);
    expect(exercise.ask.map(progress.statusOf)).toEqual(["found", "found", "open", "open"]);
    expect([progress.found, progress.done, progress.blanks.length]).toEqual([2, 2, 4]);
    expect(knownValue(book, progress, p)).toBe(0.5744);
    expect(knownValue(book, progress, delta)).toBeUndefined();
  });

  test("what wasn't checked counts as open", () => {
    const entries = { [z]: { text: "0.3", checked: false, shown: false, hints: 0 } };
    expect(progressOf(book, entries, none).statusOf(z)).toBe("open");
  });

  test("a wrong number doesn't stop anybody, and what follows from it counts", () => {
    // σ(1.3) = 0.7858; δ = −0.2142.
    const progress = progressOf(book, typed({ [z]: "1.3", [p]: "0.7858", [delta]: "-0.2142" }), none);
    expect(exercise.ask.map(progress.statusOf)).toEqual(["wrong", "follows", "follows", "open"]);
    expect(progress.found).toBe(2);
    expect(nextBlank(progress, delta)).toBe(gradient);
    expect(nextBlank(progress, gradient)).toBe(z);
  });

  test("a number that was shown takes part with its right value", () => {
    const entries = {
      ...typed({ [z]: "1.3", [p]: "0.5744" }),
      [z]: { text: "1.3", checked: true, shown: true, hints: 2 },
    };
    const progress = progressOf(book, entries, none);
    expect([progress.statusOf(z), progress.statusOf(p)]).toEqual(["shown", "found"]);
    expect(knownValue(book, progress, z)).toBeCloseTo(0.3, 12);
  });

  test("one group can be seen at a time", () => {
    expect(book.groups.map(({ what }) => what)).toEqual(["activations", "errors", "gradients"]);
    expect(progressOf(book, {}, none).visible).toBe(1);
    expect(progressOf(book, typed({ [z]: "0.3" }), none).visible).toBe(1);
    expect(progressOf(book, typed({ [z]: "0.3", [p]: "9" }), none).visible).toBe(2);
  });

  test("stages that are worked out have no blanks", () => {
    const progress = progressOf(book, {}, new Set(["forward"] as const));
    expect(progress.blanks).toEqual([delta, gradient]);
    expect(progress.statusOf(z)).toBe("worked");
    expect(progress.visible).toBe(2);
    expect(progressOf({ ...book, exercise: { ...exercise, style: "worked" } }, {}, none).blanks).toEqual([]);
  });
});

describe("what a tab remembers", () => {
  const state = { entries: typed({ [z]: "0.3" }), worked: ["loss"] as const, order: [2, 0] };

  test("comes back for the same exercise, and for no other", () => {
    expect(readSaved(writeSaved("a", state), "a")).toEqual(state);
    expect(readSaved(writeSaved("a", state), "b")).toEqual(nothingSaved);
  });

  test.each([null, "", "{", "[]", '{"fragment":"a","entries":7,"worked":[],"order":[]}'])(
    "that can't be read is nothing: %s",
    (written) => expect(readSaved(written, "a")).toEqual(nothingSaved),
  );
});

describe("the address of an exercise", () => {
  const fragment = writeExerciseLink(exercise);

  test.each([
    ["as it is written", fragment],
    ["not encoded", decodeURIComponent(fragment)],
    ["with spaces", '{ "version": 1, "exercise": {} }'],
    ["without a version", '{"exercise":{}}'],
  ])("is a page of its own %s", (_, written) => {
    expect(routeOf(`#${written}`)).toEqual({ page: "exercise", fragment: written });
    expect(fragmentOf({ page: "exercise", fragment: written })).toBe(`#${written}`);
    expect(isLink(written)).toBe(true);
  });

  test("differs from a link whose texts say exercise", () => {
    expect(routeOf('#{"version":1,"scenes":[{"caption":"exercise"}]}')).toEqual({ page: "playground" });
    expect(routeOf('#{"experiment":{},"panel":"exercise"}')).toEqual({ page: "playground" });
  });
});

describe("the drawing", () => {
  const overlap = (a: readonly number[], b: readonly number[], width: number, height: number) =>
    Math.abs(a[0]! - b[0]!) < width && Math.abs(a[1]! - b[1]!) < height;

  test.each([
    [[2, 2, 2], 640],
    [[2, 2, 2], 358],
    [[1, 1], 640],
    [[4, 4], 640],
    [[2, 3, 1], 640],
  ])("of %j in %i px has room for every weight, and no label covers another or a box", (sizes, width) => {
    const { curves, boxes, labeled } = layOut(sizes, width);
    expect(labeled).toBe(true);
    const [wide, high] = width < 480 ? [40, 20] : [52, 26];
    for (const [i, { label }] of curves.entries()) {
      for (const other of curves.slice(i + 1)) expect(overlap(label!, other.label!, wide, high)).toBe(false);
      for (const { x, y, width: w, height: h } of boxes)
        expect(overlap(label!, [x, y], w / 2 + wide / 2 - 0.01, h / 2 + high / 2)).toBe(false);
    }
  });

  test.each([
    [[4, 8, 8, 8, 8, 4], 640],
    [[4, 8, 8, 8, 8, 4], 340],
    [[4, 4, 4, 4, 4, 4], 340],
  ])("of %j in %i px leaves the weights to the list, and stays within its width", (sizes, width) => {
    const { curves, boxes, labeled, height } = layOut(sizes, width);
    expect(labeled).toBe(false);
    expect(curves.every(({ label }) => label === undefined)).toBe(true);
    for (const { x, y, width: w, height: h } of boxes) {
      expect(x - w / 2).toBeGreaterThanOrEqual(0);
      expect(x + w / 2).toBeLessThanOrEqual(width);
      expect(y - h / 2).toBeGreaterThanOrEqual(0);
      expect(y + h / 2).toBeLessThanOrEqual(height);
    }
    const columns = new Map(boxes.map(({ layer, x, width: w }) => [layer, [x - w / 2, x + w / 2] as const]));
    for (let layer = 1; layer < sizes.length; layer++)
      expect(columns.get(layer)![0]).toBeGreaterThan(columns.get(layer - 1)![1]);
  });
});

test("a bare textbook experiment is an exercise with every blank in one of the stages", () => {
  const whole = parseExercise(textbook) as NumbersExercise;
  const all = bookOf(whole).groups.flatMap(({ ids }) => ids);
  expect(all.toSorted()).toEqual(whole.ask.toSorted());
});
