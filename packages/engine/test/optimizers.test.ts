import { expect, test } from "vitest";
import {
  createUpdater,
  defaultChoice,
  optimizerOf,
  type OptimizerChoice,
  type OptimizerName,
  optimizers,
} from "@neural-viz/engine";

const names = Object.keys(optimizers) as OptimizerName[];

/** Parameters after each of the gradients, one parameter, from w = 1. */
function path(choice: OptimizerChoice, gradients: readonly number[]): number[] {
  const updater = createUpdater(1, choice);
  const w = Float64Array.of(1);
  return gradients.map((g) => {
    updater.update(w, Float64Array.of(g));
    return w[0]!;
  });
}

const close = (ours: readonly number[], theirs: readonly number[]): void => {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, i) => expect(Math.abs(value - theirs[i]!)).toBeLessThan(1e-12));
};

test("SGD moves by η times the slope", () => {
  close(path({ name: "sgd", learningRate: 0.5 }, [2, -1]), [0, 0.5]);
});

test("Momentum's first velocity is the first gradient, and it tends to g / (1 − μ)", () => {
  const w = path(
    { name: "momentum", learningRate: 0.1, momentum: 0.9 },
    Array.from({ length: 300 }, () => 1),
  );
  close(w.slice(0, 3), [1 - 0.1, 1 - 0.1 - 0.19, 1 - 0.1 - 0.19 - 0.271]);
  expect(w[298]! - w[299]!).toBeCloseTo(0.1 * 10, 10);
});

test("RMSProp adds ε outside the root", () => {
  const choice = { name: "rmsprop", learningRate: 0.1, alpha: 0.99, eps: 0.5 } as const;
  close(path(choice, [2]), [1 - (0.1 * 2) / (Math.sqrt(0.01 * 4) + 0.5)]);
});

test("Adam's first step has length η in every coordinate, whatever the gradient's scale", () => {
  for (const g of [1e-3, 1, 1e6, -1e3]) {
    const [w] = path({ ...defaultChoice("adam"), learningRate: 0.1, eps: 1e-12 }, [g]);
    expect(w).toBeCloseTo(1 - 0.1 * Math.sign(g), 8);
  }
});

test("Adam follows its closed form with bias correction", () => {
  const gradients = [0.3, -0.2, 0.7, 0.1, 0, -0.5];
  let expected = 1;
  const series = gradients.map((_, last) => {
    const t = last + 1;
    const mean = (beta: number, power: number): number =>
      gradients
        .slice(0, t)
        .reduce((sum, g, i) => sum + (1 - beta) * Math.pow(beta, t - 1 - i) * Math.pow(g, power), 0) /
      (1 - Math.pow(beta, t));
    expected -= (0.1 * mean(0.9, 1)) / (Math.sqrt(mean(0.999, 2)) + 1e-8);
    return expected;
  });
  close(path(defaultChoice("adam"), gradients), series);
});

test("Nesterov's step is the gradient plus μ times the new velocity, and tends to g / (1 − μ)", () => {
  const w = path(
    { name: "nesterov", learningRate: 0.1, momentum: 0.9 },
    Array.from({ length: 300 }, () => 1),
  );
  // v = 1, 1.9, 2.71; the steps are 1 + 0.9 v.
  close(w.slice(0, 3), [1 - 0.19, 1 - 0.19 - 0.271, 1 - 0.19 - 0.271 - 0.3439]);
  expect(w[298]! - w[299]!).toBeCloseTo(0.1 * 10, 10);
});

test("AdaGrad's nth step with the same gradient is η / √n, whatever the gradient's scale", () => {
  for (const g of [1e-3, 1, 1e6]) {
    const w = path(
      defaultChoice("adagrad"),
      Array.from({ length: 50 }, () => g),
    );
    const steps = w.map((value, i) => (w[i - 1] ?? 1) - value);
    steps.forEach((step, i) => expect(step).toBeCloseTo(0.1 / Math.sqrt(i + 1), 7));
  }
});

test("AdamW shrinks by 1 − ηλ and then steps as Adam does", () => {
  const choice = { ...defaultChoice("adamw"), learningRate: 0.1, weightDecay: 0.5 };
  const gradients = [0.3, -0.2, 0.7, 0.1];
  // Adam's steps don't depend on w: so w ← w (1 − ηλ) − step.
  const adam = path({ ...defaultChoice("adam"), learningRate: 0.1 }, gradients);
  let expected = 1;
  const series = adam.map((value, i) => {
    expected = expected * (1 - 0.1 * 0.5) - ((adam[i - 1] ?? 1) - value);
    return expected;
  });
  close(path(choice, gradients), series);
});

test("every optimizer leaves the weights alone when all gradients are zero, but for the decay of AdamW", () => {
  for (const name of names.filter((one) => one !== "adamw")) {
    expect(path(defaultChoice(name), [0, 0, 0])).toEqual([1, 1, 1]);
  }
  close(path({ ...defaultChoice("adamw"), learningRate: 0.1, weightDecay: 0.5 }, [0, 0]), [0.95, 0.95 ** 2]);
  expect(path({ ...defaultChoice("adamw"), weightDecay: 0 }, [0, 0, 0])).toEqual([1, 1, 1]);
});

test("every optimizer's first step goes downhill, and its state has the names it gives", () => {
  for (const name of names) {
    expect(path(defaultChoice(name), [1])[0]).toBeLessThan(1);
    expect(path(defaultChoice(name), [-1])[0]).toBeGreaterThan(1);
    expect(createUpdater(3, defaultChoice(name)).slots.length).toBe(optimizerOf(name).slots.length);
  }
});

test("another optimizer starts with an empty state; the same one with another rate keeps it", () => {
  const fast = { name: "momentum", learningRate: 1, momentum: 0.5 } as const;
  const updater = createUpdater(1, fast);
  const w = Float64Array.of(0);
  updater.update(w, Float64Array.of(-1));
  updater.choose({ ...fast, learningRate: 0.1 });
  updater.update(w, Float64Array.of(0));
  expect(w[0]).toBeCloseTo(1 + 0.1 * 0.5, 14);
  updater.choose({ name: "sgd", learningRate: 1 });
  updater.choose(fast);
  updater.update(w, Float64Array.of(0));
  expect(w[0]).toBeCloseTo(1.05, 14);
  expect(updater.updates).toBe(1);
});

test("a new decay rate acts as if it had always been in force, as PyTorch's power of the step does", () => {
  const updater = createUpdater(1, { ...defaultChoice("adam"), learningRate: 1, eps: 1e-8 });
  const w = Float64Array.of(0);
  updater.update(w, Float64Array.of(1));
  updater.choose({ ...defaultChoice("adam"), learningRate: 1, beta1: 0.5 });
  const before = w[0]!;
  updater.update(w, Float64Array.of(1));
  // m = 0.5·0.1 + 0.5·1, m̂ = m / (1 − 0.5²), v̂ = 1
  expect(w[0]! - before).toBeCloseTo(-0.55 / 0.75, 7);
});
