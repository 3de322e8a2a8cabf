/** Every quantity has one spelling, and a text that isn't one is refused in a sentence. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  UnknownQuantity,
  createRecording,
  createRun,
  defaultExperiment,
  evaluate,
  explain,
  type Id,
  idText,
  networkOf,
  parameterIndex,
  parseExperiment,
  parseId,
} from "@neural-viz/engine";
import { refusal } from "./refusal.ts";

/** One id of every form. */
const valid = [
  "x[3].1",
  "x[probe 0.25,-0.5].2",
  "y[10]",
  "W.1.2.1@10",
  "b.2.1@0",
  "z.1.4[20]@5",
  "a.1.1[cell 3,4,40]@1",
  "slope.1.2[1]@2",
  "delta.2.1[7]@3",
  "p[probe 1e-7,1e+21]@4",
  "ell[2]@10",
  "conf[2]@0",
  ...["L", "Ltest", "acc", "acctest", "Lbatch", "dL", "predicted"].map((kind) => `${kind}@3`),
  "gW.1.2.1[4]@2",
  "gb.1.2@2",
  "dW.1.1.2@10",
  "mhat.b.1.1@2",
  "fd.W.1.1.1[0.00001]@2",
  "relerr.b.1.1[1e-7]@1",
  "gnorm.2@10",
  "path.W.1.1.1>1>2[3]@4",
  "L[W.1.1.1=0.5,b.1.2=-1e-9]@2",
  "L[gradient=0.25,random 12=-3]@2",
  "init.1.2.1",
  "init.b.1.1",
  "batch.10@0",
  "rng.12",
  "h.learningRate@3",
];

const SYNTAX = /^\S.{0,300}$/;

/** The id of a text; undefined when it is none, or spelled in another way. */
function read(text: string): Id | undefined {
  try {
    return parseId(text);
  } catch (error) {
    if (error instanceof UnknownQuantity && SYNTAX.test(error.message)) return undefined;
    throw error;
  }
}

/** All numbers an id holds. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test.each(valid)("%s is read and written again as it was", (text) => {
  expect(idText(parseId(text)!)).toBe(text);
});

test("whatever text is read as an id, the id is written as this very text", () => {
  const piece = fc.constantFrom(
    "0",
    "00",
    "1",
    "-",
    "-0",
    ".",
    ".0",
    "e",
    "e+",
    "e999",
    "9".repeat(20),
    " ",
    ",",
  );
  const mutated = fc
    .tuple(fc.constantFrom(...valid), fc.nat(40), fc.nat(2), fc.oneof(piece, fc.string({ maxLength: 2 })))
    .map(([text, at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed));
  let taken = 0;
  fc.assert(
    fc.property(mutated, (text) => {
      const id = read(text);
      if (id === undefined) return;
      taken += 1;
      expect(idText(id)).toBe(text);
      for (const number of numbersIn(id)) expect(Number.isFinite(number)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(1000);
});

test.each(["W.01.1.1", "W.1.01.1", "W.1.1.01", "b.01.1", "b.1.01", "b.1.1 ", "W.1.1.1e0"])(
  "%s is no parameter's name, in an experiment or anywhere else",
  (parameter) => {
    expect(parameterIndex(networkOf(defaultExperiment), parameter)).toBeUndefined();
    const changes = [{ at: 2, parameter, value: 0.7 }];
    expect(() => parseExperiment({ version: 1, changes })).toThrow(/^changes\[0\]\.parameter must be /);
  },
);

const recording = createRecording(defaultExperiment);
for (let i = 0; i < 5; i++) recording.step();
const run = createRun(recording);

test.each([
  ["p[probe 0.20,0.7]@1", "p[probe 0.20,0.7]@1: each quantity has one spelling. Write p[probe 0.2,0.7]@1."],
  [
    "fd.W.1.1.1[1e-05]@1",
    "fd.W.1.1.1[1e-05]@1: each quantity has one spelling. Write fd.W.1.1.1[0.00001]@1.",
  ],
  [
    "a.1.1[007]@5",
    "[007] isn’t a point. Write a point of the data like [18], a probe like [probe 0.2,0.7], or a cell like [cell 1,1,40].",
  ],
  ["a.1.1[999999999999]@5", "There is no point 999999999999; the points are [1] to [200]."],
])("%s is refused in a sentence that says what to write", (text, sentence) => {
  expect(() => explain(run, text)).toThrow(refusal("UnknownQuantity", sentence));
});

test.each(["z.1.1", "a.1.1", "slope.1.1", "z.2.1", "p", "conf"])(
  "%s is explained to the last bit at a place where the sums overflow",
  (stem) => {
    for (const point of ["1e+308,-1e+308", "-1.7976931348623157e+308,1.7976931348623157e+308"]) {
      const { expression, value, inputs } = explain(run, `${stem}[probe ${point}]@5`);
      const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
      expect(evaluate(expression!, (id) => values.get(id)!)).toBe(value);
    }
  },
);
