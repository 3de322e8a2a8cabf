/** Any commands to the trainer, in any order. */
import fc from "fast-check";
import { createSession, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "vitest";
import type { Command, Question, Report, Snapshot, PictureOptions } from "../src/worker/protocol.ts";
import { createTrainer } from "../src/worker/trainer.ts";

const experiments = [
  { dataset: { name: "xor" } },
  { dataset: { name: "moons", points: 12, noise: 0.1, seed: 1 }, split: { test: 0.25, seed: 3 } },
  { dataset: { name: "circles", points: 9, noise: 0, seed: 2 }, training: { batch: { size: 4, seed: 1 } } },
  {
    dataset: { name: "or" },
    network: { hidden: [{ units: 2, activation: "relu" }] },
    optimizer: { name: "sgd" },
  },
].map((chosen) =>
  parseExperiment({
    version: 1,
    ...chosen,
    training: { epochs: 40, autoStop: false, ...("training" in chosen ? chosen.training : {}) },
  }),
);

const t = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 1_000_000));
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324),
);
const parameter = fc.constantFrom("W.1.1.1", "b.1.2", "W.2.1.2", "b.2.1", "W.9.9.9");
const branch = fc.integer({ min: 0, max: 40 });
const optimizer = fc.constantFrom(
  { name: "sgd", learningRate: 0.5 } as const,
  { name: "momentum", learningRate: 100, momentum: 0.9 } as const,
  { name: "adam", learningRate: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const,
);

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("explain" as const, "values" as const),
    ids: fc.array(fc.constantFrom("L@0", "L@30", "p[1]@2", "gW.1.1.1@5", "nonsense", "p[99]@0"), {
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constant("judge" as const), id: fc.constantFrom("L@0", "nonsense"), typed: value }),
  fc.record({ kind: fc.constantFrom("slope" as const, "errors" as const), parameter, t }),
  fc.record({ kind: fc.constant("check" as const), t, epsilon: fc.constantFrom(1e-5, 1e-300) }),
  fc.record({ kind: fc.constant("health" as const), t }),
  fc.record({ kind: fc.constant("small" as const), parameter, sample: fc.integer({ min: 0, max: 20 }), t }),
  fc.record({
    kind: fc.constant("series" as const),
    stems: fc.array(fc.constantFrom("L", "W.1.1.1", "x"), { maxLength: 2 }),
  }),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Command>({ kind: "frameDrawn" }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Command>(
      { kind: "play" },
      { kind: "pause" },
      { kind: "step" },
      { kind: "ping" },
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom<Command>({ kind: "undo" }, { kind: "redo" }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("seek" as const), t }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      values: fc.array(fc.record({ parameter, value }), { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("optimizer" as const), optimizer, branch: fc.boolean() }),
  },
  fc.record({
    kind: fc.constant("training" as const),
    training: fc.record({ epochs: fc.integer({ min: 0, max: 60 }), autoStop: fc.boolean() }),
  }),
  fc.record({ kind: fc.constantFrom("switch" as const, "discard" as const), branch }),
  fc.record({
    kind: fc.constant("pictures" as const),
    options: fc.record({
      size: fc.constantFrom(1, 8),
      maps: fc.boolean(),
      cut: fc.constantFrom<PictureOptions["cut"]>(
        undefined,
        { axes: [2, 1], through: [0.5, 0.5] },
        { axes: [1, 3], through: [0, 0, 0] },
      ),
      comparison: fc.option(branch, { nil: undefined }),
    }),
  }),
  fc.record({ kind: fc.constant("pace" as const), epochsPerSecond: fc.constantFrom(1, 100, Infinity) }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      run: fc.constantFrom(1, 2),
      number: fc.nat(50),
      question,
    }),
  },
  fc.record({ kind: fc.constant("cancel" as const), number: fc.nat(50) }),
  fc.record({
    kind: fc.constant("configure" as const),
    run: fc.constantFrom(1, 2),
    experiment: fc.constantFrom(...experiments),
    play: fc.boolean(),
  }),
);

test("no order of commands makes the trainer throw, send two snapshots for one frame, or differ from the engine", () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(command, fc.nat(3)), { minLength: 5, maxLength: 40 }), (story) => {
      const turns: (() => void)[] = [];
      let clock = 0;
      let credit = 1;
      let last: Snapshot | undefined;
      const send = (report: Report): void => {
        if (report.kind !== "snapshot") return;
        credit -= 1;
        expect(credit).toBeGreaterThanOrEqual(0);
        last = structuredClone(report.snapshot);
      };
      const trainer = createTrainer({
        send,
        now: () => (clock += 0.5),
        later: (callback, milliseconds) => {
          clock += milliseconds;
          turns.push(callback);
        },
      });
      const say = (one: Command): void => {
        if (one.kind === "frameDrawn") credit = 1;
        trainer(one);
      };
      let chosen = experiments[0]!;
      say({ kind: "configure", run: 1, experiment: chosen, play: false });
      for (const [one, more] of story) {
        if (one.kind === "configure") chosen = one.experiment;
        say(one);
        for (let i = 0; i < more; i++) turns.shift()?.();
      }
      say({ kind: "pause" });
      say({ kind: "frameDrawn" });
      const { t: reached, params, gradient, loss, base, changes } = last!;
      const truth = createSession({ ...chosen, optimizer: base, changes });
      while (truth.t < reached) truth.replay();
      expect([...params]).toEqual([...truth.params]);
      expect([...gradient]).toEqual([...truth.gradient]);
      expect(loss).toBe(truth.loss);
      if (reached > 0 && changes.length > 0) moved += 1;
    }),
    { numRuns: 100 },
  );
  expect(moved).toBeGreaterThan(10);
});
