/** Runs of textbook networks as real PyTorch computed them, made by scripts/reference/make_textbook_reference.py. */
import { readdirSync, readFileSync } from "node:fs";
import { createSession, type LinearParameters, pack, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "vitest";

interface Expected {
  readonly initialParameters: readonly LinearParameters[];
  readonly firstGradient: readonly LinearParameters[];
  readonly loss: readonly number[];
  readonly objective: readonly number[];
  readonly finalLoss: number;
  readonly finalParameters: readonly LinearParameters[];
  readonly outputs: readonly (readonly number[])[];
}

const folder = new URL("reference/textbook/", import.meta.url);
const files = readdirSync(folder);

/** The largest |a − b| over max(1, |b|). */
function apart(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  expect(ours.length).toBe(theirs.length);
  let most = 0;
  for (let i = 0; i < theirs.length; i++) {
    const error = Math.abs(ours[i]! - theirs[i]!) / Math.max(1, Math.abs(theirs[i]!));
    most = Math.max(most, Number.isNaN(error) ? Infinity : error);
  }
  return most;
}

test("there are recorded runs", () => {
  expect(files.length).toBeGreaterThanOrEqual(24);
});

test.each(files)("%s: every number is PyTorch's within 1e-9", (file) => {
  const { experiment, expected } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as {
    experiment: unknown;
    expected: Expected;
  };
  const session = createSession(parseExperiment(experiment));
  const firstGradient = session.gradient.slice();
  while (session.stopped === undefined) session.step();
  const penalized = session.objectives.length > 0;
  const objective = penalized ? session.objectives : session.losses;
  const found = {
    initialParameters: apart(session.initialParams, pack(expected.initialParameters)),
    firstGradient: apart(firstGradient, pack(expected.firstGradient)),
    // PyTorch's lists hold the losses before each update; ours end with that after the last one.
    loss: apart(session.losses.slice(0, -1), expected.loss),
    objective: apart(objective.slice(0, -1), expected.objective),
    finalLoss: apart([session.loss], [expected.finalLoss]),
    finalParameters: apart(session.params, pack(expected.finalParameters)),
    outputs: apart(
      expected.outputs.flatMap((_, s) => session.outputs.map((column) => column[s]!)),
      expected.outputs.flat(),
    ),
  };
  const far = Object.entries(found).filter(([, error]) => !(error <= 1e-9));
  expect(far).toEqual([]);
});
