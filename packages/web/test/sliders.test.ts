/** Weights as sliders: how low training gets, and what each slider is called and reaches. */
import fc from "fast-check";
import {
  createSession,
  type Experiment,
  finish,
  networkOf,
  parameterIndex,
  parseExperiment,
  createRecording,
  withOptimizer,
  withParameter,
} from "@neural-viz/engine";
import { expect, test } from "vitest";
import { neuronsOf } from "../src/panels/sliders/parameters.ts";
import { moved, reachFor } from "../src/panels/sliders/reach.ts";
import { answer } from "../src/worker/answer.ts";
import type { Lowest } from "../src/worker/lowest.ts";

const given = (json: object): Experiment => parseExperiment({ version: 1, ...json });
const moons = given({
  dataset: { name: "moons", points: 30, noise: 0.1, seed: 1 },
  network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  training: { epochs: 60 },
});
const batches = { ...moons, training: { ...moons.training, batch: { size: 7, seed: 1 } } };
const values = given({
  dataset: { name: "sine", points: 20, noise: 0.02, seed: 1 },
  network: { hidden: [{ units: 2, activation: "tanh" }] },
  regularization: { l2: 0.02 },
  training: { epochs: 40 },
});
const steep = withOptimizer(moons, 0, { name: "sgd", learningRate: 30 });

const lowest = (experiment: Experiment, t: number): Lowest =>
  finish(answer(createRecording(moons), { kind: "lowest", experiment, t })) as Lowest;

test.each([
  ["from the beginning", moons, 0],
  ["from the middle, with a weight set by hand there", withParameter(moons, 20, "W.1.2.1", -3), 20],
  ["from the middle of an epoch of batches", batches, 13],
  ["with a penalty, J", values, 10],
  ["with steps that are too long", steep, 0],
])("how low training gets: %s", (_, experiment, t) => {
  const { epochs } = experiment.training;
  const perEpoch = createSession(experiment).batches.perEpoch;
  const last = Math.ceil(t / perEpoch) + epochs;
  const session = createSession({ ...experiment, training: { ...experiment.training, epochs: last } });
  const seen: number[] = [];
  for (;;) {
    if (session.t >= t) seen.push(session.loss + session.penalty);
    if (session.stopped !== undefined) break;
    session.step();
  }
  const least = Math.min(...seen);
  expect(seen.length).toBeGreaterThan(1);
  expect(lowest(experiment, t)).toEqual({ lowered: least, updates: seen.indexOf(least) });
});

test("a run whose own rule has stopped it doesn't get lower", () => {
  const xor = given({
    dataset: { name: "xor" },
    network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  });
  const session = createSession(xor);
  while (session.stopped === undefined) session.step();
  expect(session.stopped.reason).toBe("converged-confidence");
  expect(lowest(xor, session.t)).toEqual({ lowered: session.loss, updates: 0 });
});

test("every parameter has one slider, with a name of its own, in any network", () => {
  for (const experiment of [
    moons,
    values,
    given({ dataset: { name: "iris", columns: [1, 2, 3, 4] }, network: { hidden: [] } }),
    given({ network: { features: ["x1", "x2", "x1*x2"], hidden: [{ units: 4, activation: "relu" }] } }),
  ]) {
    const network = networkOf(experiment);
    const all = network.layers
      .flatMap((_, i) => neuronsOf(network, i + 1))
      .flatMap(({ parameters }) => parameters);
    expect(all.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: network.size }, (_, i) => i),
    );
    expect(all.every(({ name, index }) => parameterIndex(network, name) === index)).toBe(true);
    expect(new Set(all.map(({ label }) => label)).size).toBe(network.size);
  }
});

test("the reach covers every parameter, is at least 5, and at most 2.5 times what is needed", () => {
  expect([0, 5, 5.1, 10, 11, 21, 51, 101].map(reachFor)).toEqual([5, 5, 10, 10, 20, 50, 100, 200]);
  fc.assert(
    fc.property(fc.double({ min: 5, max: 1e9, noNaN: true }), (largest) => {
      const reach = reachFor(largest);
      return reach >= largest && reach <= 2.5 * largest;
    }),
  );
});

test("keys move in steps of the reach and stop at its ends", () => {
  expect(moved(0.1, 10, 5)).toBe(0.2);
  expect(moved(4.95, 10, 5)).toBe(5);
  expect(moved(-4.95, -10, 5)).toBe(-5);
});
