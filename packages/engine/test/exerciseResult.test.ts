/** Finished exercises in one line: what comes back, what it scores, and what a forged one is told from. */
import { expect, test } from "vitest";
import {
  type Exercise,
  exerciseLine,
  type ExerciseResult,
  type Finished,
  initialParameters,
  isExercise,
  judgeFinished,
  networkOf,
  orderedLines,
  type NumbersExercise,
  parseExercise,
  readFinished,
  readHandIn,
  resultLine,
  samplesOf,
  scoreOf,
  textbook,
  unpack,
} from "@neural-viz/engine";
import { writeLine } from "../src/export/line.ts";
import { familyExperiments } from "./family.ts";
import { exerciseLoop, stemOfId, written } from "./exerciseLoop.ts";
import { refusal } from "./refusal.ts";

/** A small network on one point, whose weights are drawn. */
const drawn = {
  version: 1,
  dataset: { name: "moons", seed: 3 },
  network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 5 } },
  optimizer: { name: "sgd", learningRate: 0.5 },
};

/** The right answers of a bare exercise, to four digits, as a plain loop finds them. */
function answersOf(exercise: Exercise): Record<string, number> {
  const { experiment, ask } = exercise;
  const network = networkOf(experiment);
  const layers = unpack(network, initialParameters(network, experiment.network.initializer));
  const { inputs, targets } = samplesOf(experiment.dataset);
  const loop = exerciseLoop({
    x: inputs.map((column) => column[0]!),
    y: targets.map((column) => column[0]!),
    weight: layers.map(({ weight }) => weight),
    bias: layers.map(({ bias }) => bias),
    hidden: ["tanh"],
    head: "sigmoid",
    rate: 0.5,
  });
  return Object.fromEntries(ask.map((id) => [id, written(loop[stemOfId(id)]!, exercise.digits)]));
}

const read = (line: string): ExerciseResult => {
  const found = readHandIn(line);
  if (!isExercise(found)) throw new Error("It is a run.");
  return found;
};

test("a line gives back the exercise and the answers of every network of the family", () => {
  const { experiment } = read(exerciseLine({ exercise: parseExercise(drawn), answers: {}, name: "" }));
  expect(experiment.dataset.name).toBe("custom");
  for (const one of Object.values(familyExperiments())) {
    const exercise = parseExercise(one);
    const answers = Object.fromEntries(
      exercise.ask.filter((_, i) => i % 3 > 0).map((id, i) => [id, i / 8 - 1]),
    );
    const finished: Finished = { exercise, answers, name: "Zoë" };
    expect(readFinished(read(exerciseLine(finished)))).toEqual(finished);
  }
});

test("its score counts what a plain loop finds right, and what follows from an earlier error", () => {
  const exercise = parseExercise(drawn);
  const right = answersOf(exercise);
  const of = exercise.ask.length;
  expect(scoreOf(exercise, right)).toEqual({ correct: of, of });
  const { [exercise.ask[0]!]: _, ...without } = right;
  expect(scoreOf(exercise, without)).toEqual({ correct: of - 1, of });
  expect(scoreOf(exercise, {})).toEqual({ correct: 0, of });
  const judged = judgeFinished(read(exerciseLine({ exercise, answers: without, name: "Ada" })));
  expect(judged).toEqual({ score: { correct: of - 1, of }, difference: undefined });
});

test("an order and an unknown are handed in too", () => {
  const ordered = parseExercise({ experiment: textbook, style: "ordered", ask: ["z.1.1", "a.1.1", "z.1.2"] });
  const lines = orderedLines(ordered as NumbersExercise);
  const place = (id: string) => lines.findIndex((line) => line.id === id && line.mistake === undefined);
  const answers = [place("z.1.1[1]@0"), place("a.1.1[1]@0"), place("z.1.2[1]@0")];
  const line = exerciseLine({ exercise: ordered, answers, name: "" });
  expect(readFinished(read(line))).toEqual({ exercise: ordered, answers, name: "" });
  expect(scoreOf(ordered, answers)).toEqual({ correct: 3, of: 3 });
  expect(scoreOf(ordered, [answers[1]!, answers[0]!])).toEqual({ correct: 1, of: 3 });
  const wrong = lines.findIndex(({ mistake }) => mistake !== undefined);
  expect(scoreOf(ordered, [...answers, wrong])).toEqual({ correct: 2, of: 3 });

  const solve = parseExercise({ experiment: textbook, ask: ["b.2.1"], style: "solve", given: { p: 0.5 } });
  const [a1, a2] = [-0.7, 0.1].map((z) => 1 / (1 + Math.exp(-z))) as [number, number];
  const found = { exercise: solve, answers: { "b.2.1@0": written(0.3 * a1 + 0.2 * a2, 4) }, name: "" };
  expect(judgeFinished(read(exerciseLine(found)))).toEqual({
    score: { correct: 1, of: 1 },
    difference: undefined,
  });
});

test("a line of drawn weights and a few answers has fewer than 300 characters", () => {
  const ask = ["z.1.1", "a.1.1", "z.1.2", "a.1.2", "z.2.1", "p", "ell", "delta.2.1", "delta.1.1", "gW.1.1.1"];
  const exercise = parseExercise({ experiment: drawn, sample: 5, ask });
  const answers = Object.fromEntries(exercise.ask.map((id, i) => [id, -0.1234 - i / 100]));
  expect(exerciseLine({ exercise, answers, name: "x".repeat(20) }).length).toBeLessThan(300);
});

test("a forged score and other weights are told", () => {
  const exercise = parseExercise(drawn);
  const line = read(exerciseLine({ exercise, answers: {}, name: "" }));
  const forge = (change: Partial<ExerciseResult>): string | undefined => {
    const { t, experiment, written: rest, correct, fingerprint, name } = { ...line, ...change };
    const forged = writeLine({ t, written: { ...rest, experiment }, number: correct, fingerprint, name });
    return judgeFinished(read(forged)).difference?.text;
  };
  expect(forge({})).toBeUndefined();
  expect(forge({ name: "Bob" })).toBeUndefined();
  expect(forge({ correct: exercise.ask.length })).toBe(
    `The line says ${exercise.ask.length} correct answers; judged again, it’s 0 of ${exercise.ask.length}.`,
  );
  expect(forge({ fingerprint: "0123456789abcdef" })).toBe(
    "The score is right, but the weights aren’t those of this exercise.",
  );
});

test("what isn't a finished exercise is said in one sentence", () => {
  const worked = parseExercise({ experiment: drawn, style: "worked", sample: 2 });
  expect(() => exerciseLine({ exercise: worked, answers: {}, name: "" })).toThrow(
    refusal("InputError", "A worked exercise asks for nothing, so there’s nothing to hand in."),
  );
  expect(() => scoreOf(parseExercise(drawn), [1, 2])).toThrow(
    refusal("InputError", "Only an exercise of the style “ordered” is answered with an order of lines."),
  );
  const parts = { t: 0, number: 0, fingerprint: "0".repeat(16), name: "" };
  const line = read(
    writeLine({ ...parts, written: { experiment: { version: 1 }, ask: "zz", answers: [1] } }),
  );
  expect(() => judgeFinished(line)).toThrow(/^ask\[0\] must be the id of a quantity/);
  const nonsense = writeLine({ ...parts, written: { experiment: { version: 9 } } });
  expect(() => readHandIn(nonsense)).toThrow(/^The line holds no valid experiment: /);
});

test("a run's line is still a run", () => {
  const { experiment } = parseExercise(drawn);
  const line = resultLine({ experiment, t: 0, loss: 0.5, fingerprint: "0".repeat(16), name: "" });
  expect(isExercise(readHandIn(line))).toBe(false);
});
