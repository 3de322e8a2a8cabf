import {
  biasName,
  createSession,
  elementary,
  type Experiment,
  explain,
  ids,
  checkAnswer,
  type OptimizerName,
  type ParameterName,
  optimizers,
  trace,
  unpack,
  valueOf,
  weightName,
  withParameter,
} from "@neural-viz/engine";
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deadIn, experiment as sleeping, DEAD, WEIGHT } from "../src/lessons/asleep.ts";
import {
  type Asking,
  asks,
  beginningOf,
  type Do,
  type Estimate,
  fits,
  type Guess,
  isRight,
  replyTo,
  SKETCH_POINTS,
  type Step,
} from "../src/lessons/contract.ts";
import { ofActivation, ofOptimizer, startedFrom, ofWidth } from "../src/lessons/experiments.ts";
import { deep, fade } from "../src/lessons/fading.ts";
import { circles } from "../src/lessons/fence.ts";
import { lessons } from "../src/lessons/index.ts";
import { lineOf, stack } from "../src/lessons/noBend.ts";
import { best, noisy } from "../src/lessons/noise.ts";
import { exploding } from "../src/lessons/rates.ts";
import { ravine, steady } from "../src/lessons/rolling.ts";
import { quantity } from "../src/lessons/quantities.ts";
import { type Location, type Scene, sceneAt, trained, valueIn } from "../src/lessons/scene.ts";
import { apart as apartBy, deepAdam, ratio } from "../src/lessons/strides.ts";
import { apart, constant, moving } from "../src/lessons/twins.ts";
import { circles as circles3, rounder, sheet, sidesOf } from "../src/lessons/unfold.ts";
import { wrongLayers, planted } from "../src/lessons/verify.ts";
import { plain, settled, type Text } from "../src/lessons/pieces.ts";
import { lucky, single, wide } from "../src/lessons/xor.ts";
import { beliefs } from "../src/text/en/beliefs.ts";
import { template, withoutDigits } from "../src/text/template.ts";

const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const dot = (row: readonly number[], column: readonly number[]): number =>
  row.reduce((sum, w, k) => sum + w * column[k]!, 0);
const textOf = (step: Step): Text => (asks(step) ? step.ask : step.text);

describe.each(Object.entries(lessons))("the lesson %s", (_, lesson) => {
  test("has five to eight steps, and one of the last two is a challenge", () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
    expect(lesson.steps.length).toBeLessThanOrEqual(8);
    expect(lesson.steps.slice(-2).some(({ kind }) => kind === "challenge")).toBe(true);
    expect(lesson.steps[0]!.enter).toBeDefined();
  });

  test.each(lesson.steps.map((step, i) => [i + 1, step] as const))(
    "step %i can be read in a breath",
    (number, step) => {
      const scene = sceneAt(beginningOf(lesson, number - 1));
      const text = plain(textOf(step), scene);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(60);
      expect(text).not.toMatch(/undefined|NaN|object/);
    },
  );

  const questions = lesson.steps.filter(asks);

  test.each(questions.map((step, i) => [i + 1, step] as const))(
    "question %i has one right answer",
    (_number, step) => {
      const asked = sceneAt(step.enter);
      expect(plain(step.why, asked)).not.toMatch(/undefined|NaN|object/);
      expect(decidesWithin(step, asked)).toBe(true);
      expect(rightAnswers(step, asked)).toBe(1);
    },
  );

  test.each(questions.filter((step) => step.kind === "choose"))(
    "says why a wrong option is wrong: %#",
    (step) => {
      const asked = sceneAt(step.enter);
      const wrong = step.options.filter(({ holds }) => !holds(asked));
      const said = wrong.map(({ reply }) => (reply === undefined ? "" : plain(reply, asked)));
      for (const reply of said) expect(reply).toMatch(/^[^a-z].*[.)]$/);
    },
  );

  const blanks = lesson.steps.filter((step) => step.kind === "fill");

  test.each(blanks)(
    "has exercises whose blanks are among their lines and accept the printed result",
    (step) => {
      const { run, t } = sceneAt(step.enter);
      for (const of of step.lines) {
        const { numbers } = explain(run, of(t));
        expect(numbers?.text).toMatch(/= \S+$/);
        expect(checkAnswer(run, of(t), Number(numbers!.text.split("= ").at(-1))).correct).toBe(true);
      }
      expect(step.lines).toEqual(expect.arrayContaining([...step.blank]));
    },
  );

  const deeds = lesson.steps.map((step, i) => ({ step, i })).filter(({ step }) => "done" in step);

  test.each(deeds)("has something to do in step $i that can be done and isn't done before", ({ step, i }) => {
    const begun = sceneAt(beginningOf(lesson, i));
    const { done, near, seen, solution } = step as Extract<Step, { solution: unknown }>;
    expect(done(begun)).toBe(false);
    expect(near?.(begun)).toBeUndefined();
    const end = sceneAt(solution(begun));
    expect(done(end)).toBe(true);
    expect(plain(seen, end)).toMatch(/\d.*\.$/);
    expect(plain(seen, end)).not.toMatch(/undefined|NaN|object/);
    expect(plain(settled(seen, end), begun)).toBe(plain(seen, end));
  });
});

describe("a wrong number with a known cause is answered with it:", () => {
  const estimates = (name: string) => lessons[name]!.steps.filter((step) => step.kind === "estimate");
  const said = (step: Estimate, guess: number): string | undefined => {
    const asked = sceneAt(step.enter);
    const reply = isRight(step, guess, asked) ? undefined : replyTo(step, guess, asked);
    return reply && plain(reply, asked);
  };

  test("the step of gradient descent instead of Adam’s", () => {
    const [first] = estimates("strides");
    const g = 1 / (1 + elementary.exp(-0.5)); // ŷ − 0 of the point (1, 0.000001), whose input is 1
    expect(said(first!, Number((0.1 * g).toPrecision(4)))).toMatch("step of plain gradient descent");
    expect(said(first!, Number(g.toPrecision(4)))).toMatch("size of the gradient");
    expect(said(first!, 1)).toMatch("learning rate");
    expect(said(first!, 0.1)).toBeUndefined();
    expect(said(first!, 0.2)).toBeUndefined();
  });

  test("the gradient instead of the velocity, and a velocity that loses nothing", () => {
    const [third, limit] = estimates("rolling"); // the gradient is 1 and μ is 0.9
    expect(said(third!, 1)).toMatch("gradient alone");
    expect(said(third!, 2.9)).toMatch("without multiplying");
    expect(said(third!, 1.71)).toMatch("left out the new gradient");
    expect(said(third!, 2.71)).toBeUndefined();
    expect(said(limit!, 60)).toMatch("sum of all gradients");
    expect(said(limit!, 10)).toBeUndefined();
  });

  test("the loss before the nudges forgotten, and two nudges for each parameter", () => {
    const [cost] = estimates("byHand");
    expect(said(cost!, 9)).toMatch("the loss before");
    expect(said(cost!, 18)).toMatch("a nudge up and a nudge down");
    expect(said(cost!, 10)).toBeUndefined();
  });

  test("Adam’s first step with its correction, and without the division", () => {
    const [step] = estimates("green"); // 0.05 · 0.1 / √0.001
    expect(said(step!, 0.05)).toMatch("with the correction");
    expect(said(step!, 0.005)).toMatch("leaves out the division");
    expect(said(step!, 0.158)).toBeUndefined();
  });

  test("one of two paths, and every pattern of three neurons", () => {
    const [beyond, regions] = estimates("unfold");
    expect(said(beyond!, 1)).toMatch("first neuron alone");
    expect(said(beyond!, -2)).toMatch("second neuron alone");
    expect(said(beyond!, -1)).toBeUndefined();
    expect(said(regions!, 8)).toMatch("every pattern");
    expect(said(regions!, 6)).toMatch("meet in one point");
    expect(said(regions!, 7)).toBeUndefined();
  });
});

/** The reply to a state that is nearly the solution of a lesson's challenge, in plain characters. */
function nearIn(name: string, location: Location): string | undefined {
  const step = lessons[name]!.steps.find(({ kind }) => kind === "challenge") as Do;
  const scene = sceneAt(location);
  const near = step.done(scene) ? undefined : step.near?.(scene);
  return near && plain(near, scene);
}

test("a nudge of a weight is followed by the change that was predicted and the one that happened", () => {
  const lesson = lessons["backwards"]!;
  const step = lesson.steps.find(({ kind }) => kind === "do") as Do;
  const begun = sceneAt(beginningOf(lesson, 6));
  const end = sceneAt(step.solution(begun));
  const predicted = 0.01 * valueIn(begun, quantity.gradient(weightName(1, 1, 1)));
  const actual = end.session.loss - begun.session.loss;
  const [, first, second] = /change of (\S+)\. The loss changed by (\S+)\./.exec(plain(step.seen, end))!;
  const numberOf = (text: string): number => Number(text.replace("−", "-"));
  expect(numberOf(first!)).toBeCloseTo(predicted, 6);
  expect(numberOf(second!)).toBeCloseTo(actual, 6);
});

describe("a near miss of a challenge is recognized:", () => {
  test("the update uphill, without the learning rate, and not at all", () => {
    const w = weightName(2, 1, 1);
    const { experiment, t } = beginningOf(lessons["yourTurn"]!, 5);
    const begun = sceneAt({ experiment, t });
    const [old, g] = [quantity.parameter(w), quantity.gradient(w)].map((of) => valueIn(begun, of));
    const { learningRate } = experiment.optimizer;
    const replyAt = (value: number) =>
      nearIn("yourTurn", { experiment: withParameter(experiment, t, w, Number(value.toFixed(4))), t });
    expect(replyAt(old! + learningRate * g!)).toMatch("added the step");
    expect(replyAt(old! - g!)).toMatch("left out the learning rate");
    expect(replyAt(old!)).toMatch("before the update");
    expect(replyAt(old! - learningRate * g!)).toBeUndefined();
    expect(replyAt(0.7)).toBeUndefined();
  });

  test("only one of the two outgoing weights is zero", () => {
    const begun = beginningOf(lessons["backwards"]!, 7);
    const without = (name: ParameterName) => ({
      ...begun,
      experiment: withParameter(begun.experiment, 0, name, 0),
    });
    expect(nearIn("backwards", without(weightName(2, 1, 1)))).toMatch("One path is closed");
    expect(nearIn("backwards", without(weightName(2, 1, 2)))).toMatch("One path is closed");
    expect(nearIn("backwards", without(biasName(2, 1)))).toBeUndefined();
  });

  test("weights that training found instead of hands, and four correct points with small sums", () => {
    const { experiment } = beginningOf(lessons["byHand"]!, 5);
    expect(nearIn("byHand", { experiment, t: 500 })).toMatch("Training has changed the weights");
    const names = [1, 2].map((k) => weightName(2, 1, k)).concat(biasName(2, 1));
    const orNotAnd = [4, 4, -2, 4, 4, -6].reduce((of, value, i) => {
      const [j, k] = [Math.floor(i / 3) + 1, (i % 3) + 1];
      return withParameter(of, 0, k === 3 ? biasName(1, j) : weightName(1, j, k), value);
    }, experiment);
    const scaled = (by: number): Location => ({
      experiment: names.reduce((of, name, i) => withParameter(of, 0, name, by * [1, -1, -1][i]!), orNotAnd),
      t: 0,
    });
    expect(nearIn("byHand", scaled(1))).toMatch("aren’t confident yet");
    expect(nearIn("byHand", scaled(6))).toBeUndefined();
  });

  test("some of the signs are flipped, and not all", () => {
    const { experiment, t } = beginningOf(lessons["oneNeuron"]!, 5);
    const flipped = (names: readonly ParameterName[]) =>
      names.reduce((of, name) => {
        const value = valueIn(sceneAt({ experiment, t }), quantity.parameter(name));
        return withParameter(of, t, name, -value);
      }, experiment);
    const all = [weightName(1, 1, 1), weightName(1, 1, 2), biasName(1, 1)];
    const replies = [1, 2, 3].map((n) => nearIn("oneNeuron", { experiment: flipped(all.slice(0, n)), t }));
    expect(replies).toEqual([expect.stringMatching("1 of 3"), expect.stringMatching("2 of 3"), undefined]);
  });

  test("a run that ended with points misclassified, and one with too many neurons", () => {
    const failing = seeds.find((seed) => trained(startedFrom(wide, seed)).session.correct! < 4)!;
    const t = wide.training.epochs;
    expect(nearIn("xor", { experiment: startedFrom(wide, failing), t })).toMatch(/^Training ended with/);
    expect(nearIn("xor", { experiment: startedFrom(wide, failing), t: 1 })).toBeUndefined();
    const few = beginningOf(lessons["noBend"]!, 6).experiment;
    const line = { experiment: few, t: few.training.epochs };
    expect(nearIn("noBend", line)).toMatch("one straight line");
    expect(nearIn("noBend", { ...line, experiment: ofWidth(ofActivation(few, "tanh"), 8) })).toMatch(
      "with 8 neurons per layer",
    );
  });
});

test("the crease separates XOR between the two places that follow from the weights", () => {
  // z = x₁ + x₂ − ½ − 2·relu(x₁ + x₂ + b): positive for the blue points up to b = −¾, negative for (1, 1) from b = −1¼.
  const step = lessons["unfold"]!.steps.find(({ kind }) => kind === "do") as Do;
  const at = (b: number) => sceneAt({ experiment: withParameter(sheet, 0, biasName(1, 2), b), t: 0 });
  const done = [-1.9, -1.26, -1.24, -1, -0.76, -0.74, 0].map((b) => step.done(at(b)));
  expect(done).toEqual([false, false, true, true, true, false, false]);
  expect(step.near!(at(-1.26))).toBeUndefined();
  expect(plain(step.near!(at(-0.5))!, at(-0.5))).toMatch("passed the blue points");
});

test("a boundary has as many sides as there are patterns of neurons along it, on a fine grid", () => {
  const size = 400;
  for (const experiment of [circles3, rounder]) {
    const scene = trained(experiment);
    const { network, params } = scene.session;
    const at = (i: number, j: number) => trace(network, params, [i / size, j / size]);
    const patterns = new Set<string>();
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const corner = at(i, j);
        const pattern = (of: typeof corner): string => of.z[0]!.map((z) => Number(z > 0)).join("");
        for (const next of [at(i + 1, j), at(i, j + 1)]) {
          if (Math.sign(next.z[1]![0]!) === Math.sign(corner.z[1]![0]!)) continue;
          if (pattern(next) === pattern(corner)) patterns.add(pattern(corner));
        }
      }
    }
    expect(patterns.size).toBe(sidesOf(scene));
  }
});

test("in the exercise by hand no input is 1, so no weight's gradient equals δ", () => {
  for (const t of [0, 1, 2]) {
    const { experiment } = beginningOf(lessons["yourTurn"]!, 1);
    const scene = sceneAt({ experiment, t });
    for (const j of [1, 2]) {
      const delta = valueIn(scene, quantity.delta(1, j, 1));
      for (const k of [1, 2]) {
        const g = valueIn(scene, quantity.gradient(weightName(1, j, k), 1));
        expect(g).toBeCloseTo(delta * [0.6, 0.3][k - 1]!, 12);
        expect(Math.abs(g - delta)).toBeGreaterThan(0.001);
      }
    }
  }
});

/** Whether the number that decides exists at the step's location. */
function decidesWithin(step: Asking, asked: Scene): boolean {
  if (step.decides === undefined) return true;
  const { t, play = false, experiment } = step.reveal ?? { ...step.enter, play: false };
  const end = sceneAt({ experiment, t: play ? experiment.training.epochs : t });
  return Number.isFinite(valueOf(end.run, step.decides(asked)));
}

/** How many of the possible answers are correct. A drawing must be a curve that fits on its paper. */
function rightAnswers(step: Asking, asked: Scene): number {
  switch (step.kind) {
    case "choose":
      return step.options.filter(({ holds }) => holds(asked)).length;
    case "estimate":
      return [step.answer(asked), step.answer(asked) * 1.5 + 1].filter((guess) => isRight(step, guess, asked))
        .length;
    case "sign":
      return [-1, 0, 1].filter((guess) => isRight(step, guess, asked)).length;
    case "pick":
      return isRight(step, step.answer(asked), asked) ? 1 : 0;
    case "draw":
      return step.curve(asked).every((loss) => loss >= 0 && loss <= 2 * step.top) ? 1 : 0;
  }
}

test("answers that are asked for as estimates agree with independent calculations", () => {
  const known: Readonly<Record<string, readonly number[]>> = {
    oneNeuron: [0.5], // σ(0)
    price: [elementary.ln(2), 2, 3], // −ln ½; ln 0.01 and ln 0.001 over ln 0.1
    downhill: [1 - 0.1 / (1 + elementary.exp(-1))], // w − η·σ(w)·x
    xor: [3, 0.5],
    byHand: [2 * 2 + 2 + 2 + 1 + 1], // nine parameters, and the loss before
    unfold: [1 - 2, 1 + 3 + 3], // the sum over both paths; three lines in general position
    verify: [2], // the layer with the bug and the one before it
    twins: [0],
    fading: [0.25], // σ′(0)
  };
  const answers = Object.keys(known).map((name) =>
    lessons[name]!.steps.flatMap((step) =>
      step.kind === "estimate" ? [step.answer(sceneAt(step.enter))] : [],
    ),
  );
  const off = answers.flatMap((found, i) =>
    found.map((answer, k) => Math.abs(answer - (Object.values(known)[i]![k] ?? NaN))),
  );
  expect(Math.max(...off)).toBeLessThan(1e-9);
});

test("any saved answer is either valid and can be judged, or dropped", () => {
  const steps = Object.values(lessons).flatMap((lesson) => lesson.steps);
  const stored = fc.oneof(
    fc.jsonValue(),
    fc.integer({ min: -2, max: 6 }),
    fc.double(),
    fc.string(),
    fc.array(fc.double(), { minLength: SKETCH_POINTS, maxLength: SKETCH_POINTS }),
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...steps), stored, (step, guess) => {
      if (!fits(step, guess)) return;
      taken += 1;
      expect(["boolean", "undefined"]).toContain(typeof judged(step, guess));
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(20);
});

/** Whether an answer is correct; undefined if none is judged. */
function judged(step: Step, guess: Guess): boolean | undefined {
  if (!asks(step) || step.kind === "draw") return undefined;
  return isRight(step, guess, sceneAt(step.enter));
}

describe("a digit written by hand is refused", () => {
  const folder = new URL("../src/text/en/lessons/", import.meta.url);
  const catalogs = readdirSync(folder);
  /** Every text of a catalog, including those of its functions, whatever pieces they get. */
  const textsOf = (of: unknown): string[] => {
    if (typeof of === "string") return [of];
    if (typeof of === "function") return textsOf(of(new Proxy({}, { get: () => () => "" })));
    return typeof of === "object" && of !== null ? Object.values(of).flatMap(textsOf) : [];
  };

  test("in a template", () => {
    expect(() => template`about 7 of them`).toThrow("“about 7 of them” has a digit");
  });

  test.each(catalogs)("in %s", async (name) => {
    const texts = textsOf(await import(new URL(name, folder).href));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.map(withoutDigits)).toEqual(texts);
  });

  test("in the beliefs", () => {
    const texts = textsOf(beliefs);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.map(withoutDigits)).toEqual(texts);
  });

  test("in every lesson, because each has a catalog", () => {
    expect(catalogs.toSorted()).toEqual(
      Object.keys(lessons)
        .map((name) => `${name}.ts`)
        .toSorted(),
    );
  });
});

describe("claims about every initialization hold for twenty of them", () => {
  test("tripling the weights and the bias moves no point to the other side and makes every prediction more confident", () => {
    for (const seed of seeds) {
      const one = startedFrom(single, seed);
      const { initialParams, outputs } = sceneAt({ experiment: one, t: 0 }).session;
      const [w1, w2, b] = initialParams.map((value) => 3 * value);
      const initializer = { name: "given", parameters: [{ weight: [[w1!, w2!]], bias: [b!] }] } as const;
      const after = sceneAt({ experiment: { ...one, network: { hidden: [], initializer } }, t: 0 }).session;
      outputs[0]!.forEach((p, s) => {
        const q = after.outputs[0]![s]!;
        expect(q > 0.5).toBe(p > 0.5);
        expect(Math.abs(q - 0.5)).toBeGreaterThan(Math.abs(p - 0.5));
      });
    }
  });

  test("too high a learning rate ends above the loss of a coin flip", () => {
    const above = seeds.filter(
      (seed) => trained(startedFrom(exploding, seed)).session.loss > elementary.ln(2),
    );
    expect(above).toEqual(seeds);
  });

  test("a single neuron on XOR ends at one half for every point", () => {
    const off = seeds.map((seed) =>
      Math.max(...trained(startedFrom(single, seed)).session.outputs[0]!.map((p) => Math.abs(p - 0.5))),
    );
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });

  test("wider networks succeed more often", () => {
    const luck = [2, 3, 6, 8].map((units) => lucky(ofWidth(wide, units)));
    expect(luck).toEqual(luck.toSorted((a, b) => a - b));
    expect(luck.at(-1)).toBe(20);
  });

  test("two lines never enclose the circle, and three usually do", () => {
    const right = (units: number, seed: number): boolean => {
      const { session } = trained(startedFrom(ofWidth(circles, units), seed));
      return session.correct === session.train.count;
    };
    expect(seeds.filter((seed) => right(2, seed))).toEqual([]);
    expect(seeds.filter((seed) => right(3, seed)).length).toBeGreaterThan(10);
  });

  test("identical neurons stay identical to the last bit, whatever their initial weights", () => {
    expect(seeds.map((seed) => apart(trained(constant((seed - 10) / 7))))).toEqual(seeds.map(() => 0));
  });

  test("from zeros only the output's bias changes", () => {
    expect(moving(sceneAt({ experiment: constant(0), t: 0 }))).toEqual([8]);
  });

  test("layers without a nonlinearity equal one line, as multiplied out by hand, and longer training doesn't help", () => {
    const line = createSession({
      ...stack(0, "identity"),
      training: { epochs: 5000, autoStop: false, batch: "all" },
    });
    while (line.stopped === undefined) line.step();
    for (const seed of seeds) {
      const { session } = trained(startedFrom(stack(3, "identity"), seed));
      expect(session.loss).toBeGreaterThan(line.loss - 1e-9);
      expect(session.loss).toBeLessThan(line.loss + 0.01);
      const out = unpack(session.network, session.params).reduce(
        ([one, two, all], { weight, bias }) => [
          weight.map((row) => dot(row, one!)),
          weight.map((row) => dot(row, two!)),
          weight.map((row, j) => dot(row, all!) + bias[j]!),
        ],
        [
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      );
      lineOf(session).forEach((number, i) => expect(number).toBeCloseTo(out[i]![0]!, 9));
      expect(trained(startedFrom(stack(3, "tanh"), seed)).session.loss).toBeLessThan(line.loss / 10);
    }
  });

  test("a ReLU that is dead for every point stays dead, and without a decay it keeps its weights to the last bit, whatever the others and the optimizer do", () => {
    for (const seed of seeds) {
      const asleep = withParameter(startedFrom(sleeping, seed), 0, biasName(1, DEAD), -5);
      for (const name of Object.keys(optimizers) as OptimizerName[]) {
        const scene = trained(ofOptimizer(asleep, name));
        expect(deadIn(scene)).toContain(DEAD);
        // AdamW's decay shrinks every weight, whatever its gradient, so there it's only known to stay dead.
        if (name === "adamw") continue;
        expect(valueIn(scene, quantity.parameter(WEIGHT))).toBe(scene.session.initialParams[2]);
      }
    }
  });

  test("on a constant slope the velocity is g times (1 − μᵗ) / (1 − μ)", () => {
    const { run } = sceneAt({ experiment: steady, t: 60 });
    for (const t of [1, 2, 3, 10, 60]) {
      expect(valueOf(run, ids.optimizerState.of("v", weightName(1, 1, 1), t))).toBeCloseTo(
        (1 - 0.9 ** t) / (1 - 0.9),
        6,
      );
    }
  });

  test("momentum gets less than half the loss in the ravine, where the slope along it never changes sign", () => {
    for (const seed of seeds) {
      const [plainly, rolling] = (["sgd", "momentum"] as const).map((name) =>
        trained(startedFrom(ravine(name), seed)),
      );
      expect(rolling!.session.loss).toBeLessThan(plainly!.session.loss / 2);
      const along = Array.from({ length: 301 }, (_, t) => {
        const { gradient } = rolling!.run.at(t);
        return gradient[0]! - gradient[1]!;
      });
      expect(Math.max(...along)).toBeLessThan(0);
    }
  });

  test("with a gradient a million times larger, SGD's first step is too, and Adam's is the same except for ε", () => {
    for (const seed of seeds) {
      expect(ratio(apartBy("sgd", seed)) / 1e6).toBeCloseTo(1, 6);
      const { session } = sceneAt({ experiment: apartBy("adam", seed), t: 0 });
      const [large, small] = session.gradient.map(Math.abs);
      const byDefinition = large! / (large! + 1e-8) / (small! / (small! + 1e-8));
      expect(ratio(apartBy("adam", seed))).toBeCloseTo(byDefinition, 9);
      expect(byDefinition).toBeLessThan(1.05);
    }
  });

  test("Adam trains the deep sigmoid network from every initialization, plain gradient descent from none", () => {
    const loss = (of: Experiment) => seeds.map((seed) => trained(startedFrom(of, seed)).session.loss);
    expect(Math.max(...loss(deepAdam))).toBeLessThan(0.05);
    expect(Math.min(...loss(deep("sigmoid")))).toBeGreaterThan(0.65);
  });

  test("through sigmoids the gradient fades by a factor of more than thirty, through tanh by less", () => {
    const start = (activation: "sigmoid" | "tanh") =>
      seeds.map((seed) => fade(sceneAt({ experiment: startedFrom(deep(activation), seed), t: 0 })));
    expect(Math.min(...start("sigmoid"))).toBeGreaterThan(30);
    expect(Math.max(...start("tanh"))).toBeLessThan(30);
  });

  test("noisy points are memorized for most draws, and the held-out loss rises again for nearly all", () => {
    const runs = seeds.map((seed) => trained(noisy(seed)));
    expect(runs.filter(({ session }) => session.loss < 0.05).length).toBeGreaterThanOrEqual(12);
    const rising = runs.filter((run) => best(run).last > 1.2 * best(run).lowest);
    expect(rising.length).toBeGreaterThanOrEqual(17);
  });

  test("in the lesson the training loss keeps falling after the held-out loss was lowest", () => {
    const run = trained(noisy(1));
    const { losses } = run.session;
    const rises = [...losses].slice(best(run).epoch).map((loss, i, all) => loss - (all[i - 1] ?? loss));
    expect(Math.max(...rises)).toBeLessThan(0.01);
  });

  test("a missing local slope makes its layer and all earlier ones wrong, and no later one", () => {
    const bench = lessons["verify"]!.steps[0]!.enter!;
    expect(planted.layer).toBe(2);
    const wrong = [3, 4, 5].map((seed) =>
      wrongLayers({ ...sceneAt(bench), session: createSession(startedFrom(bench.experiment, seed)) }),
    );
    expect(wrong).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});
