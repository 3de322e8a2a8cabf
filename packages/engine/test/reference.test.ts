/** The runs in reference/pytorch were recorded with real PyTorch in float64 (scripts/reference). */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSession, type LinearParameters, pack, parseExperiment } from "@neural-viz/engine";

interface Recording {
  experiment: unknown;
  expected: {
    initialParameters: LinearParameters[];
    firstGradient: LinearParameters[];
    loss: number[];
    finalLoss: number;
    finalParameters: LinearParameters[];
    probability: number[];
  };
}

const folder = new URL("./reference/pytorch/", import.meta.url);

/** The largest |a − b| / max(1, |b|). */
function distance(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  expect(ours.length).toBe(theirs.length);
  let worst = 0;
  for (let i = 0; i < ours.length; i++) {
    const difference = Math.abs(ours[i]! - theirs[i]!) / Math.max(1, Math.abs(theirs[i]!));
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
  }
  return worst;
}

describe("the same experiment gives the same numbers as PyTorch", () => {
  test.each(readdirSync(folder))("run %s", (file) => {
    const { experiment, expected } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Recording;
    const session = createSession(parseExperiment(experiment));
    expect(distance(session.params, pack(expected.initialParameters))).toBeLessThanOrEqual(1e-15);
    expect(distance(session.gradient, pack(expected.firstGradient))).toBeLessThanOrEqual(1e-9);
    while (session.stopped === undefined) session.step();
    expect(session.t).toBe(expected.loss.length);
    expect(distance(session.losses.subarray(0, session.t), expected.loss)).toBeLessThanOrEqual(1e-9);
    expect(distance([session.loss], [expected.finalLoss])).toBeLessThanOrEqual(1e-9);
    expect(distance(session.params, pack(expected.finalParameters))).toBeLessThanOrEqual(1e-9);
    expect(distance(session.outputs[0]!, expected.probability)).toBeLessThanOrEqual(1e-9);
  });
});
