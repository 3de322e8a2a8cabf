import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createRecording,
  createSession,
  defaultChoice,
  type Experiment,
  finish,
  type OptimizerName,
  optimizers,
  parseExperiment,
  race,
  type Race,
  type Recording,
  spreadOf,
} from "@neural-viz/engine";

const names = Object.keys(optimizers) as OptimizerName[];
const four = names.map(defaultChoice);

const moons: Experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 30, noise: 0.1, seed: 4 },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 6 } },
});

function recordingOf(experiment: Experiment, epochs: number): Recording {
  const recording = createRecording(experiment);
  while (recording.live.t < epochs) recording.step();
  return recording;
}

const raceOf = (recording: Recording, choice: Partial<Parameters<typeof race>[1]>): Race =>
  finish(race(recording, { optimizers: four, t: 0, epochs: 40, seeds: 1, ...choice }));

test("each lane has the bits of an experiment with its optimizer, from the first epoch or a later one", () => {
  const recording = recordingOf(moons, 30);
  const before = recording.live.params.slice();
  for (const t of [0, 17, 30]) {
    const { lanes } = raceOf(recording, { t });
    expect(lanes).toHaveLength(Object.keys(optimizers).length);
    for (const { optimizer, losses, params } of lanes) {
      const session = createSession({
        ...moons,
        ...(t === 0 ? { optimizer } : { changes: [{ at: t, optimizer }] }),
        training: { epochs: t + 40, autoStop: false, batch: "all" },
      });
      while (session.t < t + 40) session.step();
      expect(params).toEqual(session.params);
      expect(losses).toEqual([session.losses.slice(t)]);
    }
  }
  expect(recording.live.t).toBe(30);
  expect(recording.live.params).toEqual(before);
});

test("with more seeds every lane also trains the untrained networks of the seeds that follow", () => {
  const easy: Experiment = { ...moons, dataset: { name: "linear", points: 30, noise: 0, seed: 4 } };
  const { t, lanes } = raceOf(recordingOf(easy, 10), { t: 10, seeds: 3 });
  expect(t).toBe(0);
  expect(lanes.flatMap(({ solved }) => solved).some((epoch) => epoch !== undefined && epoch < 30)).toBe(true);
  for (const { optimizer, losses, solved } of lanes) {
    [6, 7, 8].forEach((seed, i) => {
      const session = createSession({
        ...easy,
        network: { ...easy.network, initializer: { name: "torch", seed } },
        optimizer,
        training: { epochs: 40, autoStop: false, batch: "all" },
      });
      let first: number | undefined;
      while (session.t < 40) {
        session.step();
        if (session.correct === 30) first ??= session.t;
      }
      expect(losses[i]).toEqual(session.losses);
      expect(solved[i]).toBe(first);
    });
  }
});

test("a lane that diverges says when, and the others go on", () => {
  // The square of this gradient is no finite number: RMSProp needs it, SGD does not.
  const huge = parseExperiment({
    version: 1,
    dataset: { name: "custom", samples: [[1e160, 0.5, 1]] },
    network: { hidden: [], initializer: { name: "zeros", seed: 1 } },
  });
  const careful = { ...defaultChoice("sgd"), learningRate: 1e-300 };
  const { lanes } = raceOf(recordingOf(huge, 0), {
    optimizers: [defaultChoice("rmsprop"), careful],
    epochs: 9,
  });
  expect(lanes[0]!.diverged).toEqual([1]);
  expect([...lanes[0]!.losses[0]!.subarray(0, 2)]).toEqual([Math.LN2, NaN]);
  expect(lanes[1]!.diverged).toEqual([undefined]);
  expect(lanes[1]!.losses[0]!.every(Number.isFinite)).toBe(true);
});

test("a race has pictures from its first to its last epoch", () => {
  const { lanes } = raceOf(recordingOf(moons, 5), { t: 5, epochs: 50 });
  for (const { frames } of lanes) {
    expect(frames).toHaveLength(21);
    expect(frames[0]!.t).toBe(5);
    expect(frames.at(-1)!.t).toBe(55);
    expect(frames[0]!.outputs).toEqual(lanes[0]!.frames[0]!.outputs);
  }
});

test("the spread is the smallest, a middle and the largest finite value", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN)), {
        minLength: 1,
        maxLength: 9,
      }),
      (values) => {
        const { low, middle, high } = spreadOf(values.map((value) => Float64Array.of(value)));
        const finite = values.filter((value) => !Number.isNaN(value));
        const below = finite.filter((value) => value < middle[0]!).length;
        const above = finite.filter((value) => value > middle[0]!).length;
        const expected = finite.length === 0 ? [NaN, NaN] : [Math.min(...finite), Math.max(...finite)];
        expect([low[0]! + 0, high[0]! + 0]).toEqual(expected.map((value) => value + 0));
        expect(Math.max(below, above)).toBeLessThanOrEqual(finite.length / 2);
      },
    ),
  );
});
