import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createRecording,
  createSession,
  defaultChoice,
  type Experiment,
  type OptimizerName,
  optimizers,
  parseExperiment,
} from "@neural-viz/engine";

const optimizer = fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])).map(defaultChoice);
const hidden = fc.array(
  fc.record({
    units: fc.integer({ min: 1, max: 4 }),
    activation: fc.constantFrom("relu", "tanh", "sigmoid"),
  }),
  { maxLength: 3 },
);
const experiment = fc
  .record({
    optimizer,
    hidden,
    seed: fc.nat(1000),
    epochs: fc.integer({ min: 1, max: 700 }),
    later: optimizer,
  })
  .map(({ optimizer: first, hidden: layers, seed, epochs, later }): Experiment =>
    parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 20, noise: 0.1, seed },
      network: { hidden: layers, initializer: { name: "torch", seed } },
      optimizer: first,
      training: { epochs, autoStop: true },
      changes: [{ at: Math.floor(epochs / 2), optimizer: later }],
    }),
  );

test("any epoch of a recorded run is replayed to the bit: parameters, memory, gradient, loss", () => {
  fc.assert(
    fc.property(experiment, fc.array(fc.nat(700), { minLength: 1, maxLength: 6 }), (chosen, epochs) => {
      const live = createSession(chosen);
      const recording = createRecording(live);
      while (live.stopped === undefined) {
        live.step();
        recording.note(live);
      }
      for (const epoch of epochs) {
        const t = Math.min(epoch, live.t);
        const fresh = createSession(chosen);
        while (fresh.t < t) fresh.step();
        const shown = recording.at(t);
        expect(shown.t).toBe(t);
        expect(shown.params).toEqual(fresh.params);
        expect(shown.gradient).toEqual(fresh.gradient);
        expect(shown.memory.slots).toEqual(fresh.memory.slots);
        expect(Object.is(shown.loss, fresh.loss)).toBe(true);
        expect(shown.stopped).toEqual(fresh.stopped);
      }
    }),
    { numRuns: 60 },
  );
});

test("a change made while running is part of what is replayed", () => {
  const live = createSession(
    parseExperiment({ version: 1, dataset: { name: "xor" }, training: { autoStop: false } }),
  );
  const recording = createRecording(live);
  const run = (to: number): void => {
    while (live.t < to) {
      live.step();
      recording.note(live);
    }
  };
  run(200);
  recording.at(50);
  live.changeOptimizer(defaultChoice("sgd"));
  run(600);
  expect(recording.at(600).params).toEqual(live.params);
  const fresh = createSession(live.experiment);
  while (fresh.t < 333) fresh.step();
  expect(recording.at(333).params).toEqual(fresh.params);
});

test("key frames thin out: a long run keeps a bounded number of them, and every epoch is still there", () => {
  const live = createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "custom", samples: [[0.2, 0.7, 1]] },
      network: { hidden: [] },
      optimizer: { name: "sgd", learningRate: 0.001 },
      training: { epochs: 5_000_000, autoStop: false },
    }),
  );
  const recording = createRecording(live);
  while (live.t < 600_000) {
    live.step();
    recording.note(live);
  }
  expect(recording.frames).toBeLessThanOrEqual(2049);
  expect(recording.at(599_999).t).toBe(599_999);
  expect(recording.at(1).losses.length).toBeGreaterThan(0);
  recording.at(600_000);
  expect(recording.at(600_000).params).toEqual(live.params);
});
