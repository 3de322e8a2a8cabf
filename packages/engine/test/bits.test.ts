/**
 * Sixty runs of the first version's family, over all its optimizers, initializers, activations, batches and changes, with
 * hashes of what they came to when they were recorded. Whatever is added, these bits stay.
 */
import { readFileSync } from "node:fs";
import { createSession, fingerprint, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "vitest";

interface Recorded {
  readonly experiment: unknown;
  readonly updates: number;
  readonly stopped: string;
  readonly initial: string;
  readonly parameters: string;
  readonly gradient: string;
  readonly losses: string;
  readonly testLosses: string;
  readonly probability: string;
}

const runs = JSON.parse(readFileSync(new URL("fixtures/bits.json", import.meta.url), "utf8")) as Recorded[];

test("there are sixty recorded runs", () => {
  expect(runs).toHaveLength(60);
});

test.each(runs.map((run, i) => [i, run] as const))("recorded run %i keeps its bits", (_, recorded) => {
  const { experiment, ...came } = recorded;
  const session = createSession(parseExperiment(experiment));
  while (session.stopped === undefined) session.step();
  expect({
    updates: session.t,
    stopped: session.stopped.reason,
    initial: fingerprint(session.initialParams),
    parameters: fingerprint(session.params),
    gradient: fingerprint(session.gradient),
    losses: fingerprint(session.losses),
    testLosses: fingerprint(session.testLosses),
    probability: fingerprint(session.outputs[0]!),
  }).toEqual(came);
});
