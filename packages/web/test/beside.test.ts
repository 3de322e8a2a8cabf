/** Two places beside each other: the worker's numbers are those of runs that are trained on their own. */
import {
  createRecording,
  createRun,
  draw,
  type Experiment,
  finish,
  fitOf,
  ids,
  parseExperiment,
  pictureOf,
  type Recording,
  valueOf,
  withOptimizer,
} from "@neural-viz/engine";
import { expect, test } from "vitest";
import { answer } from "../src/worker/answer.ts";
import type { BesidePlace, BesideSide } from "../src/worker/protocol.ts";

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 30, noise: 0.1, seed: 1 },
  split: { test: 0.2, seed: 3 },
  network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
});
const values = parseExperiment({
  version: 1,
  dataset: { name: "sine", points: 20, noise: 0.02, seed: 1 },
  network: { hidden: [{ units: 2, activation: "tanh" }] },
  training: { batch: { size: 4, seed: 1 }, epochs: 5 },
});

function recordedTo(of: Experiment, t: number): Recording {
  const recording = createRecording(of);
  while (recording.live.t < t) recording.step();
  return recording;
}

function ask(
  recording: Recording,
  right: BesidePlace,
  branches: { id: number; recording: Recording }[] = [],
) {
  const places = [{ t: 7, sample: 2 }, right] as const;
  return finish(answer(recording, { kind: "beside", places }, branches)) as readonly (
    | BesideSide
    | undefined
  )[];
}

/** A side has the numbers of a run at an epoch and a point. */
function expectSide(side: BesideSide | undefined, recording: Recording, t: number, sample: number): void {
  const run = createRun(recording);
  const session = recording.at(t);
  const { network, params, loss, correct, train, experiment: of } = session;
  expect(side).toMatchObject({ t, sample, loss, correct, trained: train.count, rmse: fitOf(session)?.rmse });
  expect(side!.pictures).toEqual(draw(network, params, pictureOf(of.dataset), 40, false));
  expect(side!.trace.loss).toBe(valueOf(run, ids.ell.of(sample, t)));
  side!.trace.z.forEach((layer, l) =>
    layer.forEach((z, j) => expect(z).toBe(valueOf(run, ids.z.of(l + 1, j + 1, sample, t)))),
  );
  side!.trace.a
    .slice(0, -1)
    .forEach((layer, l) =>
      layer.forEach((a, j) => expect(a).toBe(valueOf(run, ids.a.of(l + 1, j + 1, sample, t)))),
    );
}

test("another point and another epoch of the same run", () => {
  const recording = recordedTo(experiment, 12);
  const [left, right] = ask(recording, { t: 12, sample: 5 });
  expectSide(left, recordedTo(experiment, 12), 7, 2);
  expectSide(right, recordedTo(experiment, 12), 12, 5);
});

test("an epoch that the run didn’t reach is its last", () => {
  expect(ask(recordedTo(experiment, 9), { t: 50, sample: 1 })[1]!.t).toBe(9);
});

test("another branch, as far as it got; none that doesn’t exist", () => {
  const recording = recordedTo(experiment, 12);
  const changed = withOptimizer(experiment, 4, { name: "sgd", learningRate: 0.5 });
  const fork = recording.fork(changed, 4);
  while (fork.live.t < 10) fork.step();
  const branches = [{ id: 3, recording: fork }];
  expectSide(
    ask(recording, { t: 12, sample: 2, of: { branch: 3 } }, branches)[1],
    recordedTo(changed, 10),
    10,
    2,
  );
  expect(ask(recording, { t: 12, sample: 2, of: { branch: 4 } }, branches)[1]).toBeUndefined();
});

test("another network is trained past its own limit, and goes on or back for another epoch", () => {
  const recording = recordedTo(experiment, 12);
  const unlimited = { ...values, training: { ...values.training, epochs: 100, autoStop: false } };
  for (const t of [40, 60, 0, 35]) {
    const [left, right] = ask(recording, { t, sample: 20, of: { experiment: values } });
    expectSide(left, recordedTo(experiment, 12), 7, 2);
    expectSide(right, recordedTo(unlimited, 60), t, 20);
    expect(right!.perEpoch).toBe(5);
  }
  expect(ask(recording, { t: 3, sample: 30, of: { experiment: values } })[1]!.sample).toBe(20);
});
