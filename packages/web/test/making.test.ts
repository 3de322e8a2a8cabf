/** Making an exercise of what the page shows. */
import { createSession, idOf, parseExperiment, type QuantityId, samplesOf } from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { askedBy, exerciseFrom, type Making } from "../src/panels/exercise/making.ts";
import { withInOrder } from "../src/panels/exercise/order.ts";
import { outcomeOf } from "../src/panels/exercise/refusal.ts";
import { fromPresent } from "../src/store/panels/fromPresent.ts";

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons" },
  network: { hidden: [{ units: 2, activation: "tanh" }] },
});
const shownAt = (t: number) => {
  const session = createSession(experiment);
  while (session.t < t) session.step();
  return { experiment, t, params: session.params, sample: 5 };
};
const making = (asked: readonly string[], choice: Partial<Making> = {}): Making => ({
  asked: asked as readonly QuantityId[],
  style: "blanks",
  digits: 4,
  alone: false,
  goal: NaN,
  ...choice,
});

test.each([
  ["z.1.1[5]@7", "z.1.1[5]@0"],
  ["gW.1.1.1@7", "gW.1.1.1@0"],
  ["W.1.1.1@8", "W.1.1.1@1"],
  ["W.1.1.1@7", "W.1.1.1@1"],
  ["b.2.1@7", "b.2.1@1"],
])("at epoch 7, %s is asked as %s", (pressed, asked) => {
  expect(fromPresent(pressed as QuantityId, 7)).toBe(asked);
});

describe("an exercise", () => {
  test("has the experiment of the page before training", () => {
    const exercise = exerciseFrom(shownAt(0), making(["z.1.1[5]@0", "p[5]@0"]));
    expect(exercise).toMatchObject({ sample: 5, t: 0, ask: ["z.1.1[5]@0", "p[5]@0"] });
    expect(exercise.experiment.network.initializer).toMatchObject({ name: "torch", decimals: 2 });
  });

  test("begins with the rounded weights of a later epoch", () => {
    const shown = shownAt(7);
    const { initializer } = exerciseFrom(shown, making(["p[5]@0"])).experiment.network;
    if (initializer.name !== "given") throw new Error("The weights should be given.");
    const all = initializer.parameters.flatMap(({ weight, bias }) => [weight, bias].flat(2));
    expect(all).toEqual(Array.from(shown.params, (value) => Math.round(value * 100) / 100 + 0));
  });

  test("of a point alone has no other points, and its averages are of this one", () => {
    const exercise = exerciseFrom(
      shownAt(0),
      making(["z.1.1[5]@0", "gW.1.1.1@0", "W.1.1.1@1"], { alone: true }),
    );
    const { inputs } = samplesOf(exercise.experiment.dataset);
    expect(inputs.map((column) => Array.from(column))).toEqual(
      samplesOf(experiment.dataset).inputs.map((column) => [Number(column[4]!.toFixed(2))]),
    );
    expect(exercise.ask[0]).toBe("z.1.1[1]@0");
  });

  test("asks for no average over many points", () => {
    expect(() => exerciseFrom(shownAt(0), making(["gW.1.1.1@0"]))).toThrow(/computed from 200 points/);
    expect(() => exerciseFrom(shownAt(0), making([]))).toThrow(/at least one number/);
  });

  test("solves for the parameter among two numbers", () => {
    const choice = { style: "solve", goal: 0.7 } as const;
    const exercise = exerciseFrom(shownAt(0), making(["p[5]@0", "b.2.1@1"], choice));
    expect(exercise).toMatchObject({ ask: ["b.2.1@0"], given: { "p[5]@0": 0.7 } });
    expect(() => exerciseFrom(shownAt(0), making(["p[5]@0"], choice))).toThrow(/ask for two numbers/);
  });
});

test("a pass asks for its numbers at the selected point", () => {
  const asked = askedBy(shownAt(0), ["forward"]);
  expect(asked).toEqual([
    ...["z.1.1", "z.1.2", "a.1.1", "a.1.2", "z.2.1"].map((stem) => `${stem}[5]@0`),
    "p[5]@0",
  ]);
  const kinds = new Set(askedBy(shownAt(0), ["loss", "backward"]).map((id) => idOf(id).kind));
  expect([...kinds].toSorted()).toEqual(["delta", "ell", "gradient"]);
});

test("a result to reach is proposed that the unknown can give", () => {
  const { params } = shownAt(0);
  const solving = (unknown: string, result: string) =>
    exerciseFrom(shownAt(0), making([result, unknown], { style: "solve" })).given;
  // z is b + Σ w·a, so it moves by as much as its bias does; the page’s bias is rounded to two decimals as the exercise’s is.
  const point = samplesOf(experiment.dataset).inputs.map((column) => Number(column[4]!.toFixed(2)));
  const [w1, w2, b] = [params[0]!, params[1]!, params[4]!].map((value) => Number(value.toFixed(2)));
  const z = b! + w1! * point[0]! + w2! * point[1]!;
  expect(solving("b.1.1@1", "z.1.1[5]@0")).toEqual({ "z.1.1[5]@0": Number((z + 0.5).toPrecision(2)) });
  const [p] = Object.values(solving("b.2.1@1", "p[5]@0"));
  expect(p).toBeGreaterThan(0);
  expect(p).toBeLessThan(1);
});

test("numbers are put where the update computes them, and those moved by hand stay", () => {
  const shown = shownAt(0);
  const pressed = ["W.1.1.1@1", "p[5]@0", "L@0", "delta.1.1[5]@0", "z.1.1[5]@0", "delta.2.1[5]@0"];
  const asked = (pressed as QuantityId[]).reduce<readonly QuantityId[]>(
    (all, id) => withInOrder(shown, all, [id]),
    [],
  );
  expect(asked).toEqual(["z.1.1[5]@0", "p[5]@0", "L@0", "delta.2.1[5]@0", "delta.1.1[5]@0", "W.1.1.1@1"]);
  const byHand = ["p[5]@0", "z.1.1[5]@0"] as QuantityId[];
  expect(withInOrder(shown, byHand, ["W.1.1.1@1"] as QuantityId[])).toEqual([...byHand, "W.1.1.1@1"]);
});

describe("a pressed number", () => {
  const outcome = (id: string, choice: Partial<Making> = {}) =>
    outcomeOf(shownAt(0), making([], choice), id as QuantityId);
  test("that averages makes its point the only one", () => {
    expect(outcome("W.1.1.1@1")).toBe("alone");
    expect(outcome("L@0")).toBe("alone");
    expect(outcome("W.1.1.1@1", { alone: true })).toBe("fine");
    expect(outcome("W.1.1.1@1", { style: "solve" })).toBe("fine");
    expect(outcome("z.1.1[5]@0")).toBe("fine");
  });
  test("that is given is refused in a sentence", () => {
    expect(outcome("x[5].1")).toEqual({ why: "x₁ is given, so an exercise can’t ask for it." });
  });
});
