/** The presets of the page of exercises: each answer is what its run comes to, and each exercise can be read. */
import {
  createSession,
  type Experiment,
  parameterIndex,
  parseExercise,
  parseScenes,
  type Scene,
  type Session,
  unpack,
  writeScenes,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { type Preset, type PresetName, presets } from "../src/app/exercises/presets.ts";

const all = Object.values(presets).flat();
const preset = (name: PresetName): Preset => all.find((one) => one.name === name)!;

function runTo(experiment: Experiment, t: number): Session {
  const session = createSession(experiment);
  while (session.t < t) session.step();
  return session;
}

/** The runs of a preset's scenes. */
const runsOf = (name: PresetName): Session[] =>
  preset(name).scenes.map((scene) => runTo(scene.experiment, scene.t));

/** The points of a run that a plain forward pass with tanh layers and a sigmoid classifies correctly. */
function plainCorrect({ network, params, samples, split }: Session): number {
  const layers = unpack(network, params);
  const features: Record<string, (x: readonly number[]) => number> = {
    x1: ([x]) => x!,
    x2: ([, x]) => x!,
    "x1*x2": ([a, b]) => a! * b!,
    "sin(2*pi*x1)": ([x]) => Math.sin(2 * Math.PI * x!),
    "sin(2*pi*x2)": ([, x]) => Math.sin(2 * Math.PI * x!),
  };
  let correct = 0;
  for (const s of split.train) {
    const raw = samples.inputs.map((column) => column[s]!);
    let a = network.features.map((name) => features[name]!(raw));
    layers.forEach(({ weight, bias }, l) => {
      const z = weight.map((row, j) => row.reduce((sum, w, k) => sum + w * a[k]!, bias[j]!));
      a = l + 1 < layers.length ? z.map(Math.tanh) : z;
    });
    if (a[0]! > 0 === (samples.targets[0]![s] === 1)) correct += 1;
  }
  return correct;
}

const last = (name: PresetName): Session => runsOf(name).at(-1)!;
const first = (name: PresetName): Session => runsOf(name)[0]!;
const valueOf = ({ network, params }: Session, name: string): number =>
  params[parameterIndex(network, name)!]!;

test("every preset has scenes that can be sent as a link, a question and an answer, and reads well in one line", () => {
  expect(all.length).toBeGreaterThan(10);
  for (const { scenes } of all) {
    expect(parseScenes(JSON.parse(writeScenes(scenes)))).toEqual(scenes);
    expect(scenes[0]!.caption).toMatch(/\?/);
    expect(scenes[0]!.t).toBe(0);
    for (const { caption } of scenes) expect(caption.length).toBeLessThanOrEqual(120);
  }
});

test("every exercise to work out by hand can be read, and asks for the update", () => {
  const byHand = all.filter((one) => one.byHand !== undefined);
  expect(byHand.map(({ name }) => name)).toEqual(["mazur", "hanKamber", "logistic", "softmax"]);
  for (const { byHand: exercise } of byHand) {
    const { ask } = parseExercise(exercise);
    expect(ask.length).toBeGreaterThan(8);
    expect(ask.some((id) => id.endsWith("@1"))).toBe(true);
  }
});

describe("the answer of", () => {
  test("Mazur’s example has the blog’s weight", () => {
    expect(valueOf(last("mazur"), "W.2.1.1")).toBeCloseTo(0.35891648, 8);
  });

  test("Han and Kamber’s example has the book’s numbers", () => {
    expect(valueOf(last("hanKamber"), "W.1.1.1")).toBeCloseTo(0.192, 3);
    expect(valueOf(last("hanKamber"), "b.2.1")).toBeCloseTo(0.218, 3);
  });

  test("logistic regression is an eighth and zero, by hand", () => {
    // ∂L/∂w = ½(1 − 2 + 3 − 4)/4 = −¼ and ∂L/∂b = ½(1 − 1 + 1 − 1)/4 = 0, and η is ½.
    expect(last("logistic").params).toEqual(Float64Array.of(0.125, 0));
  });

  test("softmax has whole numbers for weights", () => {
    // The gradients are ninths (1, 1, −2, …), and η is 9.
    [...last("softmax").params].forEach((w, i) =>
      expect(w).toBeCloseTo([-1, -1, 2, -1, -1, 2, 0, 0, 0][i]!, 12),
    );
  });

  test("the circle, the clouds and the spiral is that every training point is correct", () => {
    for (const name of ["circle", "clouds", "spiral"] as const) {
      const run = last(name);
      expect([name, plainCorrect(run)]).toEqual([name, run.train.count]);
      expect(plainCorrect(first(name))).toBeLessThan(run.train.count);
    }
    const [circle, spiral] = [last("circle"), last("spiral")];
    expect(circle.test!.correct).toBe(100);
    expect(spiral.test!.loss).toBeGreaterThan(2 * spiral.loss);
  });

  test("XOR is that the product of the inputs is enough, and nothing less", () => {
    const [, alone, crossed] = runsOf("xor");
    expect(plainCorrect(alone!)).toBeLessThan(4);
    expect(plainCorrect(crossed!)).toBe(4);
    expect(crossed!.network.features).toEqual(["x1", "x2", "x1*x2"]);
    expect(plainCorrect(last("xorTwo"))).toBe(4);
  });

  test("the smallest fence is three neurons", () => {
    const [, two, three] = runsOf("smallest");
    expect(two!.network.layers[0]!.fanOut).toBe(2);
    expect(plainCorrect(two!)).toBeLessThan(200);
    expect(three!.network.layers[0]!.fanOut).toBe(3);
    expect(plainCorrect(three!)).toBe(200);
  });

  test("L1 is two weights near zero, which without it are far from it", () => {
    const [, free, penalized] = runsOf("l1");
    const weights = (run: Session) => [1, 2, 3, 4].map((k) => Math.abs(valueOf(run, `W.1.1.${k}`)));
    expect(Math.min(...weights(free!))).toBeGreaterThan(0.5);
    expect(weights(penalized!).filter((w) => w < 0.01)).toHaveLength(2);
    expect(plainCorrect(penalized!)).toBe(200);
  });

  test("four sigmoid layers is a gradient over a thousand times smaller, and a loss that hardly moves", () => {
    const [start, , end] = runsOf("vanishing");
    const norm = (run: Session, l: number): number => {
      const { weight, fanIn, fanOut } = run.network.layers[l - 1]!;
      return Math.hypot(...run.gradient.subarray(weight, weight + fanIn * fanOut));
    };
    expect(norm(start!, 5) / norm(start!, 1)).toBeGreaterThan(1000);
    expect(Math.abs(end!.loss - Math.LN2)).toBeLessThan(0.001);
  });

  test("the learning-rate hunt is one of four", () => {
    const losses = new Map(
      [0.01, 0.1, 1, 10].map((learningRate) => {
        const { experiment } = preset("rates").scenes[0] as Scene;
        const run = runTo({ ...experiment, optimizer: { name: "sgd", learningRate } }, 200);
        return [learningRate, run.loss] as const;
      }),
    );
    const [start, high, best] = runsOf("rates");
    expect(best!.loss).toBe(losses.get(1));
    expect(best!.loss).toBeLessThan(0.7 * losses.get(0.1)!);
    expect(high!.loss).toBeGreaterThan(start!.loss);
    // It shoots up once: all epochs in which the loss rises follow each other, late, and more than double it.
    const run = createSession(best!.experiment);
    const curve = [run.loss, ...Array.from({ length: 200 }, () => (run.step(), run.loss))];
    const rising = curve.flatMap((loss, t) => (loss > curve[t - 1]! ? [t] : []));
    expect(rising[0]).toBeGreaterThan(150);
    expect(rising.at(-1)! - rising[0]!).toBe(rising.length - 1);
    expect(Math.max(...curve.slice(150))).toBeGreaterThan(2 * curve[150]!);
    expect(Math.min(...losses.values())).toBe(best!.loss);
  });
});
