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
  type Head,
  heads,
  parseExperiment,
  layersForBug,
  pick,
  type PlantedBug,
  type Session,
} from "@neural-viz/engine";
import { buggyGradient } from "../src/nn/bugs.ts";
import { firstOf } from "./arbitraries.ts";

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
  const { goal, params, optimizer } = session;
  return finish(bugBench(goal, params, optimizer, bug, epochs));
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
        const { goal, params, gradient } = session;
        expect(buggyGradient(goal, params, undefined)).toEqual(gradient);
      },
    ),
    { numRuns: 60 },
  );
});

describe("each bug is found in its layer", () => {
  const cases = (Object.keys(bugs) as BugName[])
    .filter((name) => !name.startsWith("loss"))
    .flatMap((name) =>
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
  const { goal, train, params, gradient, outputs } = sessionOf([tanh(3)]);
  const planted = (name: BugName, layer = 2, before?: Float64Array): Float64Array =>
    buggyGradient(goal, params, { name, layer }, before);
  gradient.forEach((g, i) => {
    expect(planted("summed")[i]).toBeCloseTo(30 * g, 12);
    expect(planted("signFlipped")[i]).toBe(-g);
    expect(planted("notCleared", 2, gradient)[i]).toBe(2 * g);
    expect(planted("notCleared")[i]).toBe(g);
  });
  expect([...planted("biasForgotten", 1).subarray(6, 9)]).toEqual([0, 0, 0]);
  // Without f′ the first layer's bias gradient is the mean of W·(ŷ − y).
  const labels = train.targets[0]!;
  const mean = outputs[0]!.reduce((sum, p, s) => sum + (p - labels[s]!), 0) / train.count;
  expect(planted("slopeForgotten", 1)[6]).toBeCloseTo(params[9]! * mean, 14);
});

test("a mistake transposes the weights: square ones exactly, others by misreading their rows", () => {
  const { goal, network, train, params } = sessionOf([tanh(2), tanh(2)]);
  const second = network.layers[1]!;
  const turned = params.slice();
  [turned[second.weight + 1], turned[second.weight + 2]] = [
    params[second.weight + 2]!,
    params[second.weight + 1]!,
  ];
  // Backprop alone sees the exchanged weights: compare the blame by hand for one sample.
  const one = firstOf(train, 1);
  const [x1, x2] = one.features.map((column) => column[0]!);
  const found = buggyGradient({ ...goal, batch: one }, params, { name: "transposed", layer: 1 });
  const hidden = [0, 1].map((j) =>
    Math.tanh(params[j * 2]! * x1! + params[j * 2 + 1]! * x2! + params[4 + j]!),
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
  const delta = 1 / (1 + Math.exp(-z)) - one.targets[0]![0]!;
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

/** A session of a head over data that it fits. */
function sessionOfHead({ targets, activation, loss }: Head, experiment: object = {}): Session {
  const name = { binary: "moons", classes: "blobs", values: "hills" }[targets];
  return sessionOf([tanh(3)], {
    dataset: { name, points: 24, seed: 4 },
    network: {
      hidden: [tanh(3), { units: 2, activation: "sigmoid" }],
      output: { activation, loss },
      initializer: { name: "torch", seed: 6 },
    },
    ...experiment,
  });
}

describe.each(heads.map((head) => [`${head.targets}, ${head.activation}, ${head.loss}`, head] as const))(
  "%s",
  (_, head) => {
    test("without a bug the copy of backprop gives the bits of the engine's own, with a penalty too", () => {
      for (const regularization of [{}, { l1: 0.01, l2: 0.1 }]) {
        const { goal, params, gradient } = sessionOfHead(head, { regularization });
        expect(buggyGradient(goal, params, undefined)).toEqual(gradient);
      }
    });

    test("each bug of the output is found in the output's layer", () => {
      const session = sessionOfHead(head);
      const { network, params } = session;
      const entropy = head.loss === "crossEntropy";
      const missing = entropy || head.activation === "identity" ? [] : [3];
      for (const [name, layers] of [
        ["outputSlopeMissing", missing],
        ["outputSlopeDoubled", entropy ? [3] : []],
        ["targetForgotten", [3]],
        ["signFlipped", [3]],
      ] as const) {
        expect(layersForBug(network, name)).toEqual(layers);
        for (const layer of layers) expect(benchOf(session, { name, layer }, 3).suspect).toBe(3);
      }
      expect(session.params).toEqual(params);
    });

    test("another activation's slope is found in its layer", () => {
      const session = sessionOfHead(head);
      expect(benchOf(session, { name: "wrongActivation", layer: 1 }, 3).suspect).toBe(1);
      expect(benchOf(session, { name: "wrongActivation", layer: 2 }, 3).suspect).toBe(2);
    });

    test("a loss that is summed or halved is reported wrong, and its gradients are right", () => {
      const session = sessionOfHead(head);
      const right = benchOf(session, { name: "summed", layer: 3 }, 4).healthy;
      const summed = benchOf(session, { name: "lossSummed", layer: 3 }, 4);
      expect([...summed.losses]).toEqual([...right].map((loss) => loss * 24));
      expect(summed.suspect).toBeUndefined();
      const halved = benchOf(session, { name: "lossHalved", layer: 3 }, 4);
      expect(layersForBug(session.network, "lossHalved")).toEqual(head.loss === "crossEntropy" ? [] : [3]);
      const factor = head.loss === "squaredError" ? 2 : 0.5;
      expect([...halved.losses]).toEqual([...right].map((loss) => loss * factor));
    });
  },
);

test("the gradient of the batch before is right at the first update, and wrong after it", () => {
  const session = sessionOf([tanh(3)], {
    training: { batch: { size: 5, seed: 2 }, epochs: 5, autoStop: false },
  });
  const { network, goal, params, optimizer, batches } = session;
  expect(layersForBug(network, "previousBatch")).toEqual([]);
  expect(layersForBug(network, "previousBatch", batches.perEpoch)).toEqual([2]);
  const bug = { name: "previousBatch", layer: 2 } as const;
  const bench = (updates: number): BugBench =>
    finish(bugBench(goal, params, optimizer, bug, updates, (t) => pick(goal.batch, batches.at(t))));
  expect(bench(0).suspect).toBeUndefined();
  expect(bench(3).suspect).toBe(2);
  const { healthy } = bench(6);
  while (session.t < 6) session.step();
  expect(healthy).toEqual(session.losses);
});
