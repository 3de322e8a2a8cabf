/** The facts that the page tells of its opening experiment. */
import {
  ablatedOutputs,
  ablatedTrace,
  changedPredictions,
  createSession,
  innerSides,
  parameterIndex,
  rowOf,
  type Session,
  switchedOff,
  trace,
  usedUnits,
} from "@neural-viz/engine";
import { beforeAll, expect, test } from "vitest";
import { openingExperiment } from "../src/store/run/opening.ts";

/** What is kept of every epoch. */
interface Seen {
  readonly correct: number;
  /** Whether every point of class 1 is on the inner side of all three lines, and every one of class 0 of at most two. */
  readonly fenced: boolean;
}

const start = createSession(openingExperiment);
let end: Session;
const seen: Seen[] = [];

function fenced({ network, params, train }: Session): boolean {
  const { counts } = innerSides(network, params, train)!;
  return counts.every((count, s) => (count === 3) === (train.targets[0]![s] === 1));
}

beforeAll(() => {
  end = createSession(openingExperiment);
  const look = (): number => seen.push({ correct: end.correct!, fenced: fenced(end) });
  look();
  while (end.stopped === undefined) {
    end.step();
    look();
  }
});

test("half of the points are correct at the start", () => {
  expect(start.train.count).toBe(200);
  expect(start.correct).toBe(100);
  expect(start.loss.toFixed(4)).toBe("0.7515");
});

test("the loss falls in every update to the end", () => {
  const falls = end.losses.subarray(1).filter((loss, t) => loss < end.losses[t]!);
  expect(falls).toHaveLength(2427);
});

test("the first update delivers 76% of the drop that its gradient predicts", () => {
  // With plain SGD and η = 1 the step is −g, and the gradient predicts −gᵀg.
  const predicted = -start.gradient.reduce((sum, g) => sum + g * g, 0);
  const actual = end.losses[1]! - end.losses[0]!;
  expect(predicted.toFixed(5)).toBe("-0.05740");
  expect(actual.toFixed(5)).toBe("-0.04344");
  expect((actual / predicted).toFixed(2)).toBe("0.76");
});

test("the steepest slope is the output bias’s, and negative", () => {
  const bias = parameterIndex(start.network, "b.2.1")!;
  const steepest = Math.max(...start.gradient.map(Math.abs));
  expect(start.gradient[bias]).toBe(-steepest);
});

test("all points are correct from epoch 552 on", () => {
  expect(seen[551]!.correct).toBeLessThan(200);
  expect(seen.slice(552).every(({ correct }) => correct === 200)).toBe(true);
});

test("it stops by itself at epoch 2,427", () => {
  expect(end.stopped).toMatchObject({ t: 2427, reason: expect.stringMatching(/^converged/) });
});

test("at the stop all output weights are positive", () => {
  const { weight, fanIn } = end.network.layers[1]!;
  expect(fanIn).toBe(3);
  expect(Math.min(...end.params.subarray(weight, weight + fanIn))).toBeGreaterThan(0);
});

test("from epoch 623 to the stop the points of class 1, and no others, are inside all three lines", () => {
  expect(seen[622]!.fenced).toBe(false);
  expect(seen.slice(623).every((epoch) => epoch.fenced)).toBe(true);
});

test("at the stop all three neurons are used", () => {
  expect(usedUnits(end.network, end.params, end.train).map(({ used }) => used)).toEqual([true, true, true]);
});

test("without neuron 2, 32 points change sides, among them point 44", () => {
  const { network, params, train } = end;
  const off = switchedOff(network, params, train, { layer: 1, unit: 2 });
  const changed = changedPredictions(network.head, end.outputs, ablatedOutputs(network, params, train, off));
  expect(changed).toHaveLength(32);
  expect(changed).toContain(44 - 1);
  const point = rowOf(train.features, 44 - 1);
  expect(trace(network, params, point).outputs[0]!.toPrecision(4)).toBe("0.02178");
  expect(ablatedTrace(network, params, point, off).outputs[0]!.toPrecision(4)).toBe("0.9638");
});
