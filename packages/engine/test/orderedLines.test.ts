/** Lines to put in order, and the groups in which numbers are asked. */
import { describe, expect, test } from "vitest";
import {
  groupsOf,
  judgeOrder,
  networkOf,
  type NumbersExercise,
  orderedLines,
  parseExercise,
  textbook,
} from "@neural-viz/engine";
import { familyExperiments } from "./family.ts";
import { refusal } from "./refusal.ts";

const ordered = (json: object): NumbersExercise =>
  parseExercise({ ...json, style: "ordered" }) as NumbersExercise;

/** Han & Kamber's network along one path: each line needs the ones before it, but ell and delta need the output only. */
const path = ["z.1.1", "a.1.1", "z.2.1", "p", "ell", "delta.2.1", "delta.1.1", "gW.1.1.1"];
const exercise = ordered({ experiment: textbook, ask: path });
const lines = orderedLines(exercise);

/** The numbers of right lines, by the stems of their quantities. */
const places = (stems: readonly string[]): number[] =>
  stems.map((stem) =>
    lines.findIndex(({ id, mistake }) => mistake === undefined && id.replace(/\[1\]|@0/g, "") === stem),
  );

/** What each line needs by the definitions of forward and backward pass. */
const needs: Readonly<Record<string, readonly string[]>> = {
  "z.1.1": [],
  "a.1.1": ["z.1.1"],
  "z.2.1": ["a.1.1"],
  p: ["z.2.1"],
  ell: ["p"],
  "delta.2.1": ["p"],
  "delta.1.1": ["delta.2.1", "a.1.1"],
  "gW.1.1.1": ["delta.1.1"],
};

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) return yield [];
  for (const [i, first] of items.entries()) {
    for (const rest of permutations(items.filter((_, k) => k !== i))) yield [first, ...rest];
  }
}

describe("an order of lines", () => {
  test("holds every right line once, and a wrong line for every three, each with another cause", () => {
    const right = lines.filter(({ mistake }) => mistake === undefined);
    const wrong = lines.filter(({ mistake }) => mistake !== undefined);
    expect(right.map(({ id }) => id).toSorted()).toEqual(exercise.ask.toSorted());
    expect(wrong).toHaveLength(3);
    expect(new Set(wrong.map(({ id }) => id)).size).toBe(3);
    expect(new Set(lines.map(({ tex }) => tex)).size).toBe(lines.length);
  });

  test("is right exactly if every line comes after those it needs, whatever else", () => {
    // The first five lines depend on each other in a chain, so only the orders of the last four are worth trying out.
    const [last, head] = [path.slice(4), path.slice(0, 4)];
    let [right, all] = [0, 0];
    for (const tail of permutations(last)) {
      const order = [...head, ...tail];
      const expected = order.map((stem, i) => needs[stem]!.every((one) => order.slice(0, i).includes(one)));
      const verdicts = judgeOrder(exercise, places(order)).map(({ verdict }) => verdict);
      expect(verdicts).toEqual(expected.map((fits) => (fits ? "correct" : "tooEarly")));
      all += 1;
      if (expected.every(Boolean)) right += 1;
    }
    expect([right, all]).toEqual([4, 24]); // ell anywhere among the three others, which have one order
  });

  test("says which line is wrong, which comes too early, and which is missing", () => {
    const wrong = lines.findIndex(({ mistake }) => mistake !== undefined);
    const [a, z] = places(["a.1.1", "z.1.1"]);
    const judged = judgeOrder(exercise, [a!, z!, wrong]);
    expect(judged.slice(0, 3).map(({ line, verdict }) => [line, verdict])).toEqual([
      [a, "tooEarly"],
      [z, "correct"],
      [wrong, "mistake"],
    ]);
    expect(judged[0]!.message.text).toMatch(/^Too early: a\S+ needs z\S+, which isn’t computed yet\.$/);
    expect(judged[2]!.message.text).toBe(`This line is wrong. ${lines[wrong]!.mistake!.text}`);
    expect(judged.slice(3).map(({ verdict }) => verdict)).toEqual(path.slice(2).map(() => "missing"));
  });

  test("must hold numbers of lines, each once", () => {
    for (const order of [[0, 0], [lines.length], [-1], [0.5]]) {
      expect(() => judgeOrder(exercise, order)).toThrow(
        refusal(
          "InputError",
          `An order must hold numbers of lines from 0 to ${lines.length - 1}, each at most once; ${order.at(-1)} isn’t one or is there twice.`,
        ),
      );
    }
  });

  test("is the same for the same exercise, and another for another seed", () => {
    const shown = (seed: number) =>
      orderedLines(
        ordered({ experiment: { version: 1, network: { initializer: { name: "torch", seed } } } }),
      ).map(({ tex }) => tex);
    expect(shown(3)).toEqual(shown(3));
    expect(shown(3)).not.toEqual(shown(4));
  });
});

test("every network of the family has lines that can be told apart, and each in its computed order is right", () => {
  let count = 0;
  const family = Object.values(familyExperiments());
  for (const experiment of family) {
    const one = ordered({ experiment });
    const all = orderedLines(one);
    const order = one.ask.map((id) => all.findIndex((line) => line.id === id && line.mistake === undefined));
    expect(new Set(all.map(({ tex }) => tex)).size).toBe(all.length);
    expect(judgeOrder(one, order).map(({ verdict }) => verdict)).toEqual(order.map(() => "correct"));
    expect(all.length).toBeLessThan(one.ask.length * 1.5 + 1);
    count += all.length - one.ask.length;
  }
  expect(count).toBeGreaterThan(family.length);
});

test("numbers come in groups: by stage, and in it by layer and by what they are", () => {
  const whole = parseExercise(textbook) as NumbersExercise;
  const groups = groupsOf(whole, networkOf(whole.experiment));
  // A 2-2-1 network: 2 sums and 2 activations, the output's sum and ŷ; then from the output back.
  expect(groups.map(({ stage, layer, what, ids }) => [stage, layer, what, ids.length])).toEqual([
    ["forward", 1, "activations", 4],
    ["forward", 2, "activations", 2],
    ["loss", undefined, "loss", 1],
    ["backward", 2, "errors", 1],
    ["backward", 1, "errors", 2],
    ["backward", 1, "gradients", 6],
    ["backward", 2, "gradients", 3],
    ["update", 1, "update", 6],
    ["update", 2, "update", 3],
  ]);
  expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(whole.ask.toSorted());
});
