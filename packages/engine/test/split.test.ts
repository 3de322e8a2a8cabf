/** Held-out points and mini-batches, against their definitions. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createBatches,
  type Batch,
  blocked,
  createRecording,
  createRun,
  createSession,
  defaultChoice,
  evaluate,
  explain,
  type OptimizerName,
  optimizers,
  optimizerOf,
  parameterId,
  parseExperiment,
  type Samples,
  splitSamples,
} from "@neural-viz/engine";

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** The samples at these indices, one by one; without features a network takes the raw inputs. */
function some({ inputs, targets }: Samples, indices: Int32Array): Batch {
  const column = (of: Float64Array): Float64Array => Float64Array.from(indices, (index) => of[index]!);
  return { count: indices.length, features: inputs.map(column), targets: targets.map(column) };
}

describe("the split", () => {
  test("every point is in one part, the held-out one has the share rounded down, both are in file order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), share, seed, (count, part, drawn) => {
        const { train, test: held } = splitSamples(count, part, drawn);
        expect([...train, ...held].toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
        expect(held).toHaveLength(Math.floor(count * part));
        expect(train.length).toBeGreaterThan(0);
        expect([...train]).toEqual([...train].toSorted((a, b) => a - b));
        expect([...held]).toEqual([...held].toSorted((a, b) => a - b));
      }),
    );
  });

  test("the points held out are the first of torch.randperm", () => {
    // torch.randperm(10, generator=torch.Generator().manual_seed(7)) in PyTorch 1.13 and 2.13
    expect([...splitSamples(10, 0.3, 7).test]).toEqual([0, 3, 5]);
    expect([...splitSamples(10, 0.3, 4294967295).test]).toEqual([1, 4, 6]);
  });

  test("what is held out never changes the weights", () => {
    const rows = [...Array(20).keys()].map((s) => [s / 20, ((s * 7) % 20) / 20, s % 2] as const);
    const { test: held } = splitSamples(20, 0.4, 3);
    const other = rows.map((row, s) => (held.includes(s) ? ([9, -9, 1 - row[2]] as const) : row));
    const trained = [rows, other].map((samples) => {
      const session = createSession(
        parseExperiment({
          version: 1,
          dataset: { name: "custom", samples },
          split: { test: 0.4, seed: 3 },
          training: { epochs: 40, autoStop: false },
        }),
      );
      while (session.stopped === undefined) session.step();
      return session;
    });
    expect(trained[0]!.params).toEqual(trained[1]!.params);
    expect(trained[0]!.losses).toEqual(trained[1]!.losses);
    expect(trained[0]!.testLosses.at(-1)).not.toBe(trained[1]!.testLosses.at(-1));
  });
});

describe("mini-batches", () => {
  test("an epoch goes through every training point once, in batches of the size and one smaller at the end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        seed,
        fc.nat(50),
        (count, size, drawn, epoch) => {
          const indices = Int32Array.from({ length: count }, (_, i) => 3 * i);
          const { perEpoch, at } = createBatches(indices, { size, seed: drawn });
          expect(perEpoch).toBe(size >= count ? 1 : Math.ceil(count / size));
          const batches = Array.from({ length: perEpoch }, (_, b) => Array.from(at(epoch * perEpoch + b)));
          expect(batches.flat().toSorted((a, b) => a - b)).toEqual([...indices]);
          const sizes = batches.map(({ length }) => length);
          expect(sizes.slice(0, -1).every((length) => length === Math.min(size, count))).toBe(true);
        },
      ),
    );
  });

  test("the order of an epoch is torch.randperm with the seed plus the epoch", () => {
    const { at } = createBatches(
      Int32Array.from({ length: 10 }, (_, i) => i),
      { size: 5, seed: 6 },
    );
    // torch.randperm(10, generator=torch.Generator().manual_seed(7)) in PyTorch 1.13 and 2.13
    expect([...at(2), ...at(3)]).toEqual([5, 0, 3, 4, 1, 7, 9, 6, 8, 2]);
  });

  test("each update follows the gradient of its batch alone, and the loss is that of all training points", () => {
    const experiment = parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 30, noise: 0.1, seed: 4 },
      split: { test: 0.2, seed: 1 },
      optimizer: { name: "sgd", learningRate: 0.5 },
      training: { epochs: 3, autoStop: false, batch: { size: 7, seed: 9 } },
    });
    const session = createSession(experiment);
    const { network, samples, split, batches } = session;
    expect(batches.perEpoch).toBe(4); // 24 points in batches of 7, 7, 7 and 3
    for (let t = 0; t < 12; t++) {
      const before = session.params.slice();
      const batch = blocked.evaluator(network, some(samples, batches.at(t)));
      const all = blocked.evaluator(network, some(samples, split.train));
      const held = blocked.evaluator(network, some(samples, split.test));
      for (const evaluator of [batch, all, held]) evaluator.evaluate(before);
      expect(session.batchLoss).toBe(batch.loss);
      expect(session.loss).toBe(all.loss);
      expect(session.correct).toBe(all.correct);
      expect(session.test!.loss).toBe(held.loss);
      expect(session.gradient).toEqual(batch.gradient);
      session.step();
      expect(session.params).toEqual(before.map((w, i) => w - 0.5 * batch.gradient[i]!));
    }
    expect(session.stopped).toEqual({ reason: "epochs", t: 12 });
  });

  test("a batch as large as the training set is the full batch", () => {
    const run = (training: object): Float64Array => {
      const session = createSession(
        parseExperiment({ version: 1, dataset: { name: "xor" }, training: { epochs: 50, ...training } }),
      );
      while (session.stopped === undefined) session.step();
      return session.params;
    };
    expect(run({ batch: { size: 4, seed: 5 } })).toEqual(run({}));
    expect(run({ batch: { size: 3, seed: 5 } })).not.toEqual(run({}));
  });

  test("any update of a recorded run is replayed to the bit", () => {
    const chosen = parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 25, noise: 0.1, seed: 4 },
      split: { test: 0.2, seed: 1 },
      training: { epochs: 60, autoStop: true, batch: { size: 6, seed: 2 } },
    });
    const recording = createRecording(chosen);
    while (recording.live.stopped === undefined) recording.step();
    for (const t of [0, 1, 7, 130, 131, 200]) {
      const fresh = createSession(chosen);
      while (fresh.t < t) fresh.step();
      const shown = recording.at(t);
      expect(shown.params).toEqual(fresh.params);
      expect(shown.gradient).toEqual(fresh.gradient);
      expect(shown.test!.loss).toBe(fresh.test!.loss);
    }
    const branch = recording.fork(chosen, 150).live;
    expect(branch.losses).toEqual(recording.live.losses.subarray(0, 151));
    expect(branch.testLosses).toEqual(recording.live.testLosses.subarray(0, 151));
  });
});

test("every number of a run with held-out points and mini-batches is explained to the last bit", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
      fc.integer({ min: 1, max: 9 }),
      share,
      fc.nat(100),
      (name, size, part, drawn) => {
        const recording = createRecording(
          parseExperiment({
            version: 1,
            dataset: { name: "moons", points: 9, noise: 0.1, seed: drawn },
            split: { test: part, seed: drawn },
            network: {
              hidden: [{ units: 2, activation: "tanh" }],
              initializer: { name: "torch", seed: drawn },
            },
            optimizer: defaultChoice(name),
            training: { epochs: 3, autoStop: false, batch: { size, seed: drawn } },
          }),
        );
        while (recording.live.stopped === undefined) recording.step();
        const run = createRun(recording);
        const t = drawn % run.last;
        const parameter = parameterId(run.network, drawn % run.network.size);
        const slots = optimizerOf(name)
          .derivation.slice(0, -1)
          .map(([slot]) => `${slot}.${parameter}@${t + 1}`);
        const held = run.split.test.length > 0 ? [`Ltest@${t}`, `acctest@${t}`] : [];
        const ids = [`L@${t}`, `Lbatch@${t}`, `acc@${t}`, `g${parameter}@${t}`, `${parameter}@${t + 1}`];
        for (const id of [...ids, ...slots, ...held, `dL@${t + 1}`, `predicted@${t + 1}`]) {
          const { value, expression, inputs } = explain(run, id);
          const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));
          expect(evaluate(expression!, (input) => values.get(input)!)).toBe(value);
        }
        const members = [...run.batches.at(t)].map((_, i) => explain(run, `batch.${i + 1}@${t}`).value - 1);
        expect(members).toEqual([...run.batches.at(t)]);
      },
    ),
    { numRuns: 60 },
  );
});

test("a missing quantity gives a one-sentence error message", () => {
  const recording = createRecording(parseExperiment({ version: 1, dataset: { name: "xor" } }));
  const run = createRun(recording);
  expect(() => explain(run, "Ltest@0")).toThrow("All 4 points are training points, so there is no Ltest@0");
  expect(() => explain(run, "batch.5@0")).toThrow(
    "There is no batch.5@0: the next update uses 4 points, and the first is batch.1@0.",
  );
});
