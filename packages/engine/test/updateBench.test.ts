import {
  createSession,
  defaultChoice,
  defaultExperiment,
  finish,
  type OptimizerName,
  optimizers,
  parseExperiment,
  updateBench,
  type UpdateMistakeName,
  updateMistakesFor,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";

const session = createSession(
  parseExperiment({
    ...defaultExperiment,
    dataset: { name: "circles", points: 40, noise: 0.02, seed: 3 },
    network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 5 } },
  }),
);
const { goal, initialParams, network } = session;
const bench = (name: OptimizerName, mistake: UpdateMistakeName, updates: number) =>
  finish(updateBench(goal, initialParams.slice(), defaultChoice(name), mistake, updates));

const all = Object.keys(optimizers) as OptimizerName[];
const cases = all.flatMap((name) =>
  updateMistakesFor(defaultChoice(name), 40, 40).map((mistake) => [name, mistake] as const),
);

/** β₁ and β₂ cancel in the first update, which has no gradient before it and no state to forget. */
const fromTheSecond = new Set<UpdateMistakeName>(["betasSwapped", "staleGradient", "optimizerReset"]);

describe.each(cases)("%s with %s", (name, mistake) => {
  const found = bench(name, mistake, 12);

  test("passes the gradient check and fails the update check", () => {
    const differing = found.check.parameters.filter(({ verdict }) => verdict === "differs");
    expect(differing).toEqual([]);
    expect(found.update.first).toBe(fromTheSecond.has(mistake) ? 2 : 1);
    expect(found.update.wrong).toBeGreaterThan(0);
    expect(found.update.of).toBe(network.size);
  });

  test("leaves the loop without it as it is", () => {
    const plain = createSession(
      parseExperiment({
        ...session.experiment,
        optimizer: defaultChoice(name),
        training: { autoStop: false },
      }),
    );
    const losses = [plain.loss];
    for (let t = 0; t < 12; t++) {
      plain.step();
      losses.push(plain.loss);
    }
    expect([...found.healthy]).toEqual(losses);
    expect([...found.losses]).not.toEqual(losses);
    expect(found.losses[0]).toBe(found.healthy[0]);
  });
});

test("which mistakes each optimizer allows", () => {
  const of = (name: OptimizerName) => updateMistakesFor(defaultChoice(name), 40, 40);
  const any = ["learningRateScaled", "stepSignFlipped", "staleGradient"];
  expect(of("sgd").toSorted()).toEqual(any.toSorted());
  expect(of("momentum").toSorted()).toEqual(
    [...any, "momentumDampened", "nesterovMixed", "optimizerReset"].toSorted(),
  );
  expect(of("adam").toSorted()).toEqual(
    [
      ...any,
      "biasCorrectionMissing",
      "biasCorrectionOffByOne",
      "epsilonInsideRoot",
      "betasSwapped",
      "optimizerReset",
    ].toSorted(),
  );
  expect(of("adamw")).toContain("weightDecayCoupled");
  expect(of("adam")).not.toContain("weightDecayCoupled");
});

test("without bias correction Adam's first step is (1 − β₁) / √(1 − β₂) times too large", () => {
  const { update } = bench("adam", "biasCorrectionMissing", 1);
  const { index, yours, ours } = update.worst!;
  const start = initialParams[index]!;
  expect((yours - start) / (ours - start)).toBeCloseTo(0.1 / Math.sqrt(0.001), 4);
});

test("with the learning rate times the batch size, a plain step is as many times too large", () => {
  const { update } = bench("sgd", "learningRateScaled", 1);
  const { index, yours, ours } = update.worst!;
  const start = initialParams[index]!;
  expect((yours - start) / (ours - start)).toBeCloseTo(40, 8);
});
