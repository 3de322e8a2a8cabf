import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  activations,
  bugBench,
  type BugBench,
  bugs,
  type BugName,
  createSession,
  finish,
  parseExperiment,
  layersForBug,
  type PlantedBug,
  type Session,
} from "@neural-viz/engine";
import { buggyGradient } from "../src/nn/bugs.ts";

function sessionOf(hidden: readonly object[], experiment: object = {}): Session {
  return createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 30, noise: 0.1, seed: 4 },
      network: { hidden, initializer: { name: "torch", seed: 6 } },
      ...experiment,
    }),
  );
}

const tanh = (units: number) => ({ units, activation: "tanh" });

function benchOf(session: Session, bug: PlantedBug, epochs: number): BugBench {
  const { network, samples, params, optimizer } = session;
  return finish(bugBench(network, samples, params, optimizer, bug, epochs));
}

test("without a bug the copy of backprop gives the bits of the engine's own", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 8 }),
          activation: fc.constantFrom(...Object.keys(activations)),
        }),
        { maxLength: 4 },
      ),
      fc.nat(1000),
      (hidden, seed) => {
        const session = sessionOf(hidden, {
          network: { hidden, initializer: { name: "torch", seed } },
          dataset: { name: "moons", points: 21, noise: 0.2, seed },
        });
        const { network, samples, params, gradient } = session;
        expect(buggyGradient(network, samples, params, undefined)).toEqual(gradient);
      },
    ),
    { numRuns: 60 },
  );
});

describe("each bug is found in its layer", () => {
  const cases = (Object.keys(bugs) as BugName[]).flatMap((name) =>
    layersForBug(sessionOf([tanh(3), tanh(4), tanh(3)]).network, name).map((layer) => ({ name, layer })),
  );
  const session = sessionOf([tanh(3), tanh(4), tanh(3)]);
  const wrongOf = (bug: PlantedBug): boolean[][] =>
    benchOf(session, bug, 5).layers.map(({ weights, biases }) => [weights.wrong > 0, biases.wrong > 0]);

  test.each(cases)("$name in layer $layer", (bug) => {
    expect(benchOf(session, bug, 5).suspect).toBe(bug.layer);
  });

  test.each(cases.filter(({ name }) => name !== "biasForgotten"))(
    "blame flows back: with $name in layer $layer, it and all before it are wrong, those after it are not",
    (bug) => {
      expect(wrongOf(bug)).toEqual([1, 2, 3, 4].map((l) => [l <= bug.layer, l <= bug.layer]));
    },
  );

  test("a forgotten bias is wrong alone: the weights beside it agree", () => {
    expect(wrongOf({ name: "biasForgotten", layer: 2 })).toEqual([1, 2, 3, 4].map((l) => [false, l === 2]));
  });

  test("weights can only be transposed where they are more than a row or a column", () => {
    const { network } = sessionOf([tanh(3), tanh(1), tanh(2), tanh(2)]);
    expect(layersForBug(network, "transposed")).toEqual([3]);
    expect(layersForBug(sessionOf([]).network, "slopeForgotten")).toEqual([]);
  });
});

test("the bugs do what their descriptions say", () => {
  const { network, samples, params, gradient } = sessionOf([tanh(3)]);
  const planted = (name: BugName, layer = 2, before?: Float64Array): Float64Array =>
    buggyGradient(network, samples, params, { name, layer }, before);
  gradient.forEach((g, i) => {
    expect(planted("summed")[i]).toBeCloseTo(30 * g, 12);
    expect(planted("signFlipped")[i]).toBe(-g);
    expect(planted("notCleared", 2, gradient)[i]).toBe(2 * g);
    expect(planted("notCleared")[i]).toBe(g);
  });
  expect([...planted("biasForgotten", 1).subarray(6, 9)]).toEqual([0, 0, 0]);
  // Without f′ the first layer's bias gradient is the mean of W·(ŷ − y).
  const { probability } = sessionOf([tanh(3)]);
  const mean = probability.reduce((sum, p, s) => sum + (p - samples.y[s]!), 0) / samples.count;
  expect(planted("slopeForgotten", 1)[6]).toBeCloseTo(params[9]! * mean, 14);
});

test("a mistake transposes the weights: square ones exactly, others by misreading their rows", () => {
  const { network, samples, params } = sessionOf([tanh(2), tanh(2)]);
  const second = network.layers[1]!;
  const turned = params.slice();
  [turned[second.weight + 1], turned[second.weight + 2]] = [
    params[second.weight + 2]!,
    params[second.weight + 1]!,
  ];
  // Backprop alone sees the exchanged weights: compare the blame by hand for one sample.
  const one = { count: 1, x1: samples.x1.slice(0, 1), x2: samples.x2.slice(0, 1), y: samples.y.slice(0, 1) };
  const found = buggyGradient(network, one, params, { name: "transposed", layer: 1 });
  const hidden = [0, 1].map((j) =>
    Math.tanh(params[j * 2]! * one.x1[0]! + params[j * 2 + 1]! * one.x2[0]! + params[4 + j]!),
  );
  const next = [0, 1].map((j) =>
    Math.tanh(
      params[second.weight + j * 2]! * hidden[0]! +
        params[second.weight + j * 2 + 1]! * hidden[1]! +
        params[second.bias + j]!,
    ),
  );
  const out = network.layers[2]!;
  const z = params[out.weight]! * next[0]! + params[out.weight + 1]! * next[1]! + params[out.bias]!;
  const delta = 1 / (1 + Math.exp(-z)) - one.y[0]!;
  const blame = [0, 1].map((j) => params[out.weight + j]! * delta * (1 - next[j]! ** 2));
  [0, 1].forEach((k) => {
    const back = turned[second.weight + k]! * blame[0]! + turned[second.weight + 2 + k]! * blame[1]!;
    expect(found[4 + k]).toBeCloseTo(back * (1 - hidden[k]! ** 2), 12);
  });
});

test("the healthy curve is the run's own, and the loss may fall despite a bug", () => {
  const session = sessionOf([tanh(4)]);
  const start = session.params.slice();
  const { losses, healthy } = benchOf(session, { name: "slopeForgotten", layer: 1 }, 60);
  expect(session.params).toEqual(start);
  while (session.t < 60) session.step();
  expect(healthy).toEqual(session.losses);
  expect(losses[0]).toBe(healthy[0]);
  expect(losses[60]).toBeLessThan(losses[0]!);
  expect(losses[60]).not.toBe(healthy[60]);
});

test("gradients that are not cleared are right at the first update and wrong after it", () => {
  const bug = { name: "notCleared", layer: 2 } as const;
  expect(benchOf(sessionOf([tanh(4)]), bug, 0).suspect).toBeUndefined();
  expect(benchOf(sessionOf([tanh(4)]), bug, 3).suspect).toBe(2);
});
