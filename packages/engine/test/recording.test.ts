import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activations,
  changedUpTo,
  createRecording,
  createSession,
  defaultChoice,
  type Experiment,
  type OptimizerName,
  optimizers,
  parseExperiment,
  type Recording,
  type Session,
  withOptimizer,
  withParameter,
} from "@neural-viz/engine";

const optimizer = fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])).map(defaultChoice);
const hidden = fc.array(
  fc.record({
    units: fc.integer({ min: 1, max: 4 }),
    activation: fc.constantFrom(...Object.keys(activations)),
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

test("any epoch of a recorded run is replayed to the bit: parameters, optimizer state, gradient, loss", () => {
  fc.assert(
    fc.property(experiment, fc.array(fc.nat(700), { minLength: 1, maxLength: 6 }), (chosen, epochs) => {
      const recording = createRecording(chosen);
      const { live } = recording;
      while (live.stopped === undefined) recording.step();
      for (const epoch of epochs) {
        const t = Math.min(epoch, live.t);
        const fresh = createSession(chosen);
        while (fresh.t < t) fresh.step();
        const shown = recording.at(t);
        expect(shown.t).toBe(t);
        expect(shown.params).toEqual(fresh.params);
        expect(shown.gradient).toEqual(fresh.gradient);
        expect(shown.optimizerState.slots).toEqual(fresh.optimizerState.slots);
        expect(Object.is(shown.loss, fresh.loss)).toBe(true);
        expect(shown.stopped).toEqual(fresh.stopped);
      }
    }),
    { numRuns: 60 },
  );
});

const xor = parseExperiment({ version: 1, dataset: { name: "xor" }, training: { autoStop: false } });

function runTo(recording: Recording, t: number): Recording {
  while (recording.live.t < t && recording.live.stopped === undefined) recording.step();
  return recording;
}

/** The same experiment run afresh, without a recording. */
function freshly(chosen: Experiment, t: number): Session {
  const session = createSession(chosen);
  while (session.t < t) session.step();
  return session;
}

test("a fork is the run of an experiment with the change written into it, before and after the change", () => {
  fc.assert(
    fc.property(experiment, optimizer, fc.nat(700), fc.nat(300), (chosen, other, epoch, further) => {
      const original = runTo(createRecording(chosen), Infinity);
      const before = original.live.params.slice();
      const t = Math.min(epoch, original.live.t);
      const changed = withOptimizer(changedUpTo(chosen, t), t, other);
      const fork = original.fork(changed, t);
      expect(fork.live.t).toBe(t);
      runTo(fork, t + further);
      const fresh = createSession(changed);
      while (fresh.t < fork.live.t) fresh.step();
      expect(fork.live.params).toEqual(fresh.params);
      expect(fork.live.losses).toEqual(fresh.losses);
      expect(fork.live.stopped).toEqual(fresh.stopped);
      const past = Math.floor(t / 2);
      expect(fork.at(past).params).toEqual(freshly(changed, past).params);
      expect(original.live.params).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("a fork at a key frame knows the change made there", () => {
  const original = runTo(createRecording(xor), 128);
  const changed = withOptimizer(xor, 128, defaultChoice("sgd"));
  const fork = runTo(original.fork(changed, 128), 300);
  expect(fork.live.params).toEqual(freshly(changed, 300).params);
  expect(fork.at(129).params).toEqual(freshly(changed, 129).params);
});

test("another optimizer before the first update is a choice, not a change", () => {
  const sgd = withOptimizer(xor, 0, defaultChoice("sgd"));
  expect(sgd.changes).toEqual([]);
  const fork = runTo(runTo(createRecording(xor), 50).fork(sgd, 0), 80);
  expect(fork.live.params).toEqual(freshly(sgd, 80).params);
});

test("two changes of the optimizer at one epoch leave the last; so do two edits of one weight", () => {
  const twice = withOptimizer(withOptimizer(xor, 1, defaultChoice("sgd")), 1, defaultChoice("rmsprop"));
  expect(twice.changes).toEqual([{ at: 1, optimizer: defaultChoice("rmsprop") }]);
  const edited = withParameter(withParameter(twice, 1, "W.1.2.1", 4), 1, "W.1.2.1", 5);
  expect(edited.changes).toEqual([...twice.changes, { at: 1, parameter: "W.1.2.1", value: 5 }]);
  expect(withParameter(edited, 2, "W.1.2.1", 6).changes).toHaveLength(3);
  expect(changedUpTo(withParameter(edited, 2, "W.1.2.1", 6), 1)).toEqual(edited);
});

test("a weight edited by hand in a recorded run has that value there, and training goes on from it", () => {
  const original = runTo(createRecording(xor), 40);
  const edited = withParameter(xor, 20, "W.1.2.1", 3);
  const fork = original.fork(edited, 20);
  expect(fork.live.params[2]).toBe(3);
  expect(runTo(fork, 60).live.params).toEqual(freshly(edited, 60).params);
});

test("a run that continued past a stop rule is replayed past it", () => {
  const original = runTo(createRecording(parseExperiment({ version: 1 })), Infinity);
  const stop = original.live.t;
  original.live.changeTraining({ epochs: 10_000, autoStop: false });
  runTo(original, stop + 300);
  original.live.changeTraining({ epochs: 10_000, autoStop: true });
  const past = freshly(parseExperiment({ version: 1, training: { autoStop: false } }), stop + 200);
  expect(original.at(stop + 200).params).toEqual(past.params);
});

test("key frames thin out: a long run keeps a bounded number of them, and every epoch is still there", () => {
  const recording = createRecording(
    parseExperiment({
      version: 1,
      dataset: { name: "custom", samples: [[0.2, 0.7, 1]] },
      network: { hidden: [] },
      optimizer: { name: "sgd", learningRate: 0.001 },
      training: { epochs: 5_000_000, autoStop: false },
    }),
  );
  const { live } = runTo(recording, 600_000);
  expect(recording.frames).toBeLessThanOrEqual(2049);
  expect(recording.at(599_999).t).toBe(599_999);
  expect(recording.at(1).losses.length).toBeGreaterThan(0);
  recording.at(600_000);
  expect(recording.at(600_000).params).toEqual(live.params);
});
