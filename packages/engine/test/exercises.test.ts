/** Exercises: what they ask, which answers are right, which mistakes are recognized, and which variants are rejected. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultExperiment,
  type Experiment,
  formulasOf,
  initialParameters,
  InputError,
  judge,
  networkOf,
  nextVariant,
  type NumbersExercise,
  parseExercise,
  samplesOf,
  solutionOf,
  symbolsOf,
  textbook,
  unpack,
  variantOf,
  variants,
} from "@neural-viz/engine";
import { exerciseLoop, type LoopInput, stemOfId, written } from "./exerciseLoop.ts";
import { refusal } from "./refusal.ts";

const sgd = { name: "sgd", learningRate: 0.5 };

const numbersOf = (json: unknown): NumbersExercise => parseExercise(json) as NumbersExercise;

/** What the plain loop needs, from the experiment of an exercise on one point. */
function loopInput({ experiment }: { experiment: Experiment }): LoopInput {
  const network = networkOf(experiment);
  const parameters = unpack(network, initialParameters(network, experiment.network.initializer));
  const { inputs, targets, kind } = samplesOf(experiment.dataset);
  return {
    x: inputs.map((column) => column[0]!),
    y: targets.map((column) => column[0]!),
    weight: parameters.map(({ weight }) => weight),
    bias: parameters.map(({ bias }) => bias),
    hidden: experiment.network.hidden.map(({ activation }) => activation as "tanh"),
    head: kind === "binary" ? "sigmoid" : kind === "classes" ? "softmax" : "mse",
    rate: (experiment.optimizer as { learningRate: number }).learningRate,
  };
}

const family = {
  circles: { version: 1, optimizer: sgd },
  "two sigmoid layers": {
    version: 1,
    dataset: { name: "moons" },
    optimizer: sgd,
    network: {
      hidden: [
        { units: 3, activation: "sigmoid" },
        { units: 2, activation: "sigmoid" },
      ],
    },
  },
  "three classes": { version: 1, dataset: { name: "blobs" }, optimizer: sgd },
  values: {
    experiment: { version: 1, dataset: { name: "hills" }, optimizer: { name: "sgd", learningRate: 0.1 } },
    sample: 60,
  },
  "real values": {
    version: 1,
    dataset: { name: "penguins", columns: [1, 2, 3], target: "body mass" },
    optimizer: sgd,
    network: { hidden: [{ units: 2, activation: "tanh" }] },
  },
};

describe.each(Object.entries(family))("of %s", (_, json) => {
  const exercise = numbersOf(json);
  const good = variants(
    exercise,
    Array.from({ length: 12 }, (_unused, i) => i + 1),
  ).filter(({ rejection }) => rejection === undefined);

  test("a bare experiment asks for one whole update, and a plain loop finds the same numbers", () => {
    expect(good.length).toBeGreaterThan(1);
    for (const { exercise: one, solution } of good) {
      const expected = exerciseLoop(loopInput(one));
      expect(solution.answers.map(({ id }) => stemOfId(id)).toSorted()).toEqual(
        Object.keys(expected).toSorted(),
      );
      for (const { id, value } of solution.answers) expect(value).toBeCloseTo(expected[stemOfId(id)]!, 12);
    }
  });

  test("weights and data are rounded before use", () => {
    for (const { exercise: one } of good) {
      const { x, weight, bias } = loopInput(one);
      for (const value of [x, weight, bias].flat(4)) expect(written(value, 4)).toBe(Number(value.toFixed(2)));
    }
  });

  test("whoever rounds any of the answers, or none, before using them is right", () => {
    const draws = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(draws, fc.constantFrom(...good), (rounds, { exercise: one, solution }) => {
        let i = 0;
        const digits = one.digits;
        const loop = exerciseLoop(loopInput(one), (value) =>
          rounds[i++ % rounds.length]! ? written(value, digits) : value,
        );
        for (const { id, range } of solution.answers) {
          const answer = written(loop[stemOfId(id)]!, digits);
          expect(answer).toBeGreaterThanOrEqual(range.low);
          expect(answer).toBeLessThanOrEqual(range.high);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("what follows from a wrong answer counts, and only that", () => {
    const { exercise: one } = good[0]!;
    const input = loopInput(one);
    const right = exerciseLoop(input);
    const own = exerciseLoop(input, (value, stem) => written(stem === "z.1.1" ? value + 0.3 : value, 4));
    const judged = judge(one, own);
    const off = (id: string) => Math.abs(own[stemOfId(id)]! / right[stemOfId(id)]! - 1) > 0.02;
    expect(judged.find(({ id }) => id === "z.1.1[1]@0")!.verdict).toMatch(/wrong|mistake/);
    const later = judged.filter(({ id }) => id !== "z.1.1[1]@0");
    for (const { id, verdict } of later) {
      expect([id, verdict]).toEqual([id, off(id) ? "follows" : verdict]);
      expect(["correct", "follows"]).toContain(verdict);
    }
    expect(judged.some(({ verdict }) => verdict === "follows")).toBe(true);
    // The same answers beside a right z don't follow from anything.
    const beside = judge(one, { ...own, "z.1.1": right["z.1.1"]! });
    expect(beside.find(({ id }) => id === "a.1.1[1]@0")!.verdict).toMatch(/wrong|mistake/);
  });
});

test("a loss computed from a rounded probability is right, also where the probability is nearly 1", () => {
  const exercise = numbersOf({
    experiment: {
      version: 1,
      dataset: { name: "custom", inputs: 1, samples: [[0.62, 1]] },
      network: {
        hidden: [],
        initializer: { name: "given", parameters: [{ weight: [[5.5]], bias: [0.9] }] },
      },
    },
    ask: ["p", "ell"],
  });
  const p = 1 / (1 + Math.exp(-(5.5 * 0.62 + 0.9)));
  const [exact, fromRounded] = [p, written(p, 3)].map((value) => written(-Math.log(value), 4)) as [
    number,
    number,
  ];
  expect(Math.abs(fromRounded / exact - 1)).toBeGreaterThan(0.001);
  const judged = (ell: number, digits: number) =>
    judge({ ...exercise, digits }, { p: written(p, digits), ell }).map(({ verdict }) => verdict);
  expect(judged(exact, 4)).toEqual(["correct", "correct"]);
  expect(judged(written(-Math.log(written(p, 4)), 4), 4)).toEqual(["correct", "correct"]);
  expect(judged(written(fromRounded, 3), 3)).toEqual(["correct", "correct"]);
  // With four digits asked for, three aren't enough.
  expect(judged(fromRounded, 4)[1]).toBe("wrong");
});

describe("judge", () => {
  const exercise = numbersOf({
    experiment: textbook,
    ask: ["z.1.1", "a.1.1", "z.2.1", "p", "ell", "delta.2.1", "delta.1.1", "W.1.1.1@1"],
  });
  // Han & Kamber's numbers: z, the activation, and the output.
  const { answers } = solutionOf(exercise);
  const value = (id: string): number => answers.find((answer) => answer.id === id)!.value;

  test("recognizes common mistakes, tells the right number, and names what is missing", () => {
    const [z, a, , p, ell, , delta] = judge(exercise, {
      "z.1.1": 0.2 - 0.5, // −0.7 with the bias −0.4
      "a.1.1": -0.7,
      p: written(1 - value("p[1]@0"), 4),
      "delta.1.1": written(-0.3 * value("delta.2.1[1]@0"), 4),
      "ell[1]@0": 3,
    });
    expect(z).toMatchObject({
      verdict: "mistake",
      message: { text: "Not quite. It’s −0.7000. You left out the bias." },
    });
    expect(a).toMatchObject({
      verdict: "mistake",
      mistake: { text: "That’s z. You left out the activation." },
    });
    expect(p).toMatchObject({
      verdict: "mistake",
      mistake: { text: "That’s 1 − ŷ, the probability of class 0." },
    });
    expect(ell).toMatchObject({ verdict: "wrong" });
    expect(delta).toMatchObject({ verdict: "mistake", mistake: { text: "You left out f′(z)." } });
    expect(judge(exercise, {}).map(({ verdict }) => verdict)).toEqual(exercise.ask.map(() => "missing"));
  });

  test("recognizes a mistake made with a number that was wrong before", () => {
    const judged = judge(exercise, { "z.1.1": -0.6, "a.1.1": -0.6 });
    expect(judged[1]).toMatchObject({
      verdict: "mistake",
      mistake: { text: "That’s z. You left out the activation." },
    });
  });

  test("tells an answer with too few digits from a wrong one", () => {
    // a = σ(−0.7) = 0.33181…
    const said = (a: number) => judge(exercise, { "z.1.1": -0.7, "a.1.1": a })[1]!.message.text;
    expect(said(0.332)).toBe("Not quite. It’s 0.3318. You rounded too far. Give 4 significant digits.");
    expect(said(0.33)).toMatch(/You rounded too far/);
    for (const wrong of [0.3, 0.331, 0.34, 0.3317]) expect(said(wrong)).toBe("Not quite. It’s 0.3318.");
  });

  test("refuses answers that aren't asked for or aren't numbers", () => {
    expect(() => judge(exercise, { "z.1.2": 1 })).toThrow(
      refusal("InputError", "The exercise doesn’t ask for z.1.2."),
    );
    expect(() => judge(exercise, { p: NaN })).toThrow(
      refusal("InputError", "The answer for p must be a finite number."),
    );
  });

  test("an unknown is judged by putting it in", () => {
    const solve = parseExercise({ experiment: textbook, ask: ["b.2.1"], style: "solve", given: { p: 0.5 } });
    // ŷ = ½ exactly where z = 0: the bias must cancel the two weighted activations.
    const [a1, a2] = [-0.7, 0.1].map((z) => 1 / (1 + Math.exp(-z))) as [number, number];
    const bias = 0.3 * a1 + 0.2 * a2;
    expect(judge(solve, { "b.2.1": written(bias, 4) })[0]).toMatchObject({ verdict: "correct" });
    const [wrong] = judge(solve, { "b.2.1": bias + 0.01 });
    expect(wrong!.verdict).toBe("wrong");
    expect(wrong!.value).toBeCloseTo(1 / (1 + Math.exp(-0.01)), 12);
    expect(judge(solve, {})[0]!.verdict).toBe("missing");
  });
});

test("with several points, every symbol says which one it's of", () => {
  const exercise = numbersOf({
    experiment: {
      version: 1,
      dataset: {
        name: "custom",
        inputs: 1,
        samples: [
          [0.5, 1],
          [0.2, 0],
        ],
      },
      network: { hidden: [] },
      optimizer: sgd,
    },
    ask: ["z.1.1[1]@0", "p[2]@0", "ell[2]@0", "delta.1.1[2]@0", "gW.1.1.1@0"],
  });
  const formula = formulasOf(exercise, solutionOf(exercise).run);
  const tex = exercise.ask.map((id) => formula(id));
  expect(tex.map((one) => one.split(" = ")[0]!.match(/\[(\d)\]/)?.[1])).toEqual([
    "1",
    "2",
    "2",
    "2",
    undefined,
  ]);
  expect(new Set(tex).size).toBe(5);
  expect(tex[1]).toBe("{\\hat y}^{[2]} = \\sigma\\left({z^{(1)}_{1}}^{[2]}\\right)");
  // With one point its number goes without saying.
  const alone = { ...exercise, ask: exercise.ask.slice(0, 1) };
  expect(symbolsOf(alone, solutionOf(exercise).run)(exercise.ask[0]!)).toBe("z^{(1)}_{1}");
});

describe("reading an exercise", () => {
  const experiment = { version: 1, dataset: { name: "xor" }, optimizer: sgd };

  test("completes stems with the point and the moment", () => {
    const { ask, given } = numbersOf({
      experiment: { ...experiment, dataset: { name: "blobs", points: 8 } },
      t: 2,
      sample: 3,
      ask: ["z.1.1", "p.2", "gW.1.1.1", "ez.1", "a.1.1[5]@2", "slope.1.1"],
      given: ["zmax"],
    });
    expect(ask).toEqual([
      "z.1.1[3]@2",
      "p[3].2@2",
      "gW.1.1.1[3]@2",
      "ez[3].1@2",

      "a.1.1[5]@2",
      "slope.1.1[3]@2",
    ]);
    expect(given).toEqual(["zmax[3]@2"]);
    expect(numbersOf({ experiment, ask: ["z.1.2@1", "L"] }).ask).toEqual(["z.1.2[1]@1", "L@0"]);
  });

  test("an exercise that was read is read again as itself", () => {
    for (const json of [
      family.circles,
      { experiment, ask: ["L", "W.1.1.1@1"], sample: 2, digits: 3, style: "worked" },
      { experiment, ask: ["b.2.1"], style: "solve", given: { p: 0.5 } },
    ]) {
      const exercise = parseExercise(json);
      expect(parseExercise(JSON.parse(JSON.stringify(exercise)))).toEqual(exercise);
    }
  });

  test.each([
    [
      { experiment, ask: ["zz"] },
      "ask[0] must be the id of a quantity, such as z.1.1, p, gW.1.1.1 or W.1.1.1@1; it is “zz”.",
    ],
    [
      { experiment, ask: ["x.1"] },
      "ask[0] must be a number to compute after 0 updates or in the next one, such as z.1.1, delta.1.1, gW.1.1.1 or W.1.1.1@1; x[1].1 isn’t one.",
    ],
    [{ experiment, ask: ["p", "p[1]@0"] }, "ask can’t repeat a quantity; p[1]@0 is there twice."],
    [{ experiment, ask: ["p"], given: ["p"] }, "ask and given must differ; p[1]@0 is in both."],
    [{ experiment, ask: [] }, "ask must have 1 to 200 values; it has 0."],
    [{ experiment, ask: ["p"], sample: 5 }, "sample must be a whole number from 1 to 4; it is 5."],
    [
      { experiment: { version: 1, training: { epochs: 100_000 } }, ask: ["p"], t: 90_000 },
      // 2·10⁸ / (200 points × 17 parameters)
      "t must be at most 58823 for a network and data of this size; it is 90000.",
    ],
    [{ experiment, ask: ["p"], digits: 9 }, "digits must be a whole number from 2 to 8; it is 9."],
    [
      { experiment, ask: ["p"], style: "quiz" },
      'style must be one of worked, blanks, ordered, solve; it is "quiz".',
    ],
    [
      { experiment, asks: [] },
      "The exercise has no key “asks”; its keys are experiment, t, sample, ask, given, style, digits.",
    ],
    [{ experiment: { ...experiment, optimizer: { name: "best" } } }, /^optimizer\.name must be one of/],
    [
      { experiment, t: 2 },
      "ask is missing; without it an exercise is one whole update from t = 0, and t is 2.",
    ],
    [{ experiment, ask: ["z.9.1"] }, /^z\.9\.1\[1\]@0 names a neuron that this 2-4-1 network doesn’t have/],
    [
      { experiment: { version: 1 }, ask: ["W.1.1.1@1"] },
      /^W\.1\.1\.1@1 is computed from 200 points, and an exercise may use at most 4/,
    ],
    [
      { experiment, style: "solve", ask: ["p"], given: { p: 0.5 } },
      /^ask must be one parameter for the style “solve”/,
    ],
    [
      { experiment, style: "solve", ask: ["b.2.1"] },
      'given must be an object with a result, such as {"p": 0.5}; it is missing.',
    ],
    [
      { experiment, style: "solve", ask: ["b.2.1"], given: {} },
      'given must hold one result for the style “solve”, such as {"p": 0.5}.',
    ],
  ])("one sentence for %j", (json, sentence) => {
    expect(() => parseExercise(json)).toThrow(InputError);
    expect(() => parseExercise(json)).toThrow(sentence);
  });
});

describe("a variant is rejected", () => {
  /** One hidden neuron and one output, with one input. */
  const tiny = (
    activation: string,
    [w, b, v, c]: readonly number[],
    x: number,
    y: number,
    ask?: string[],
  ) => ({
    experiment: {
      version: 1,
      dataset: { name: "custom", inputs: 1, samples: [[x, y]] },
      optimizer: sgd,
      network: {
        hidden: [{ units: 1, activation }],
        initializer: {
          name: "given",
          parameters: [
            { weight: [[w]], bias: [b] },
            { weight: [[v]], bias: [c] },
          ],
        },
      },
    },
    ...(ask && { ask }),
  });
  const rejected = (json: unknown) => variantOf(numbersOf(json)).rejection;

  test("for a reason that is said", () => {
    expect(rejected(tiny("tanh", [0.7, 0.4, -0.9, 0.3], 0.62, 1))).toBeUndefined();
    expect(rejected(tiny("relu", [-0.7, 0.1, 0.9, 0.3], 0.62, 1))!.message.text).toBe(
      "the ReLU of neuron 1 in layer 1 outputs 0",
    );
    expect(rejected(tiny("tanh", [7, 0.4, -0.9, 0.3], 0.62, 1))!.rule).toBe("saturated");
    expect(rejected(tiny("tanh", [0.7, 0.4, -0.9, 0.3], 0, 1))!.message.text).toMatch(
      /^gW.1.1.1\[1\]@0 is 0 when/,
    );
    expect(rejected(tiny("relu", [0.7, 0, 0.9, 0], 0.00001, 1, ["p"]))!.rule).toBe("tie");
    expect(rejected(tiny("tanh", [0.7, 0.4, 0, 0], 0.62, 1, ["p"]))!.message.text).toBe(
      "the predicted probability is too close to 0.5",
    );
    expect(rejected(tiny("tanh", [0.03, 0, 0.9, 0.3], 0.62, 1, ["z.1.1", "a.1.1"]))!.rule).toBe("coincide");
    expect(rejected(tiny("tanh", [0.03, 0, 0.9, 0.3], 0.62, 1, ["a.1.1"]))!.rule).toBe("mistake");
    // Terms of nearly the same size and opposite signs leave few correct digits.
    expect(
      rejected({ ...tiny("tanh", [0.7, 0.4, 1, -0.67], 0.62, 0, ["a.1.1", "z.2.1"]), digits: 3 })!.rule,
    ).toBe("wide");
  });

  test("but not for equal numbers that no seed can tell apart", () => {
    // The gradient of a bias is δ; a ReLU passes a positive z on.
    expect(
      rejected(tiny("relu", [0.7, 0.4, -0.9, 0.3], 0.62, 1, ["z.1.1", "a.1.1", "delta.1.1", "gb.1.1"])),
    ).toBeUndefined();
  });

  test("of the default network, one for each seed, and never when its weights are given", () => {
    const exercise = numbersOf({ ...defaultExperiment, optimizer: sgd });
    const all = variants(exercise, [4, 5, 6]);
    expect(all.map(({ seed }) => seed)).toEqual([4, 5, 6]);
    expect(() => variants(numbersOf(tiny("tanh", [1, 1, 1, 1], 0.5, 1)), [1])).toThrow(
      refusal(
        "ExperimentError",
        "Another seed draws new weights, but this experiment gives its initial weights.",
      ),
    );
  });
});

test("the next variant of an exercise that asks for an unknown has a solution", () => {
  const json = {
    experiment: {
      version: 1,
      dataset: { name: "custom", inputs: 1, targets: "values", outputs: 1, samples: [[0.5, 1]] },
      network: { hidden: [{ units: 1, activation: "tanh" }], initializer: { name: "torch", seed: 1 } },
      optimizer: sgd,
    },
    ask: ["W.2.1.1"],
    given: { "z.2.1": 60 },
    style: "solve",
  };
  // z is b + W · a, so 60 needs W = (60 − b) / a, which is looked for up to 100.
  const unknown = (seed: number): number => {
    const { network } = json.experiment;
    const experiment = {
      ...json.experiment,
      network: { ...network, initializer: { ...network.initializer, seed } },
    };
    const { weight, bias } = loopInput(parseExercise({ ...json, experiment }));
    return (60 - bias[1]![0]!) / Math.tanh(weight[0]![0]![0]! * 0.5 + bias[0]![0]!);
  };
  let seed = 2;
  while (Math.abs(unknown(seed)) > 100) seed++;
  expect(seed).toBeGreaterThan(2);
  const next = nextVariant(parseExercise(json))!;
  expect(next.experiment.network.initializer).toMatchObject({ seed });
});
