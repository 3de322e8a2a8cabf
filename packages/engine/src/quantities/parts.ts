/** The parts that derivations share: leaves, expressions, traces, and means over samples. */
import { absent } from "#text/absent";
import type { Expression } from "../math/expression.ts";
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Moment } from "../ids/moment.ts";
import type { Point } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { labeledTrace, type LabeledTrace, trace, type Trace } from "../nn/trace.ts";
import type { Message } from "../text/message.ts";
import { coordinatesOf } from "./lookup.ts";
import type { Derivation, Run, State } from "./run.ts";

export const leaf = (value: number, caption: Message, origin: Message): Derivation => ({
  value,
  expression: undefined,
  caption,
  origin,
});

export const derived = (value: number, caption: Message, expression: Expression): Derivation => ({
  value,
  expression,
  caption,
  origin: undefined,
});

export function labelOf(run: Run, point: Point): number {
  if (point.kind !== "sample") {
    throw new UnknownQuantity(absent.notLabeled());
  }
  coordinatesOf(run, point);
  return run.samples.y[point.s - 1]!;
}

export function traceOf(run: Run, point: Point, state: State): Trace {
  const [x1, x2] = coordinatesOf(run, point);
  return trace(run.network, state.params, x1, x2);
}

export function labeledTraceOf(run: Run, point: Point, state: State): LabeledTrace {
  const y = labelOf(run, point);
  const [x1, x2] = coordinatesOf(run, point);
  return labeledTrace(run.network, state.params, x1, x2, y);
}

/** The numbers of a layer's units, from 1; empty if there is no such layer. */
export function units(run: Pick<Run, "network">, l: number): number[] {
  return Array.from({ length: run.network.layers[l - 1]?.fanOut ?? 0 }, (_, j) => j + 1);
}

/** Input k of layer l, from 1: an input of the network, or an activation of the layer before. */
export function inputOf(l: number, k: number, point: Point, t: Moment): QuantityId {
  return l === 1 ? ids.x.of(k, point) : ids.a.of(l - 1, k, point, t);
}

/** The value of input k of layer l. */
export function inputValue(run: Run, l: number, k: number, point: Point, { a }: Pick<Trace, "a">): number {
  return l === 1 ? coordinatesOf(run, point)[k - 1]! : a[l - 2]![k - 1]!;
}

/** The z of the output. */
export function outputOf({ network }: Pick<Run, "network">, point: Point, t: Moment): QuantityId {
  return ids.z.of(network.layers.length, 1, point, t);
}

/** Whether a point has a label, and so a loss. */
export function isLabeled(point: Point): boolean {
  return point.kind === "sample";
}

/** Whether a point is one of the samples with these indices. */
export function isIn(indices: Int32Array, point: Point): boolean {
  return point.kind === "sample" && indices.includes(point.s - 1);
}

/** The mean loss of the samples with these indices. */
export function meanLoss(indices: Int32Array, t: Moment): Expression {
  return ["mean", ...Array.from(indices, (index) => ids.ell.of(index + 1, t))];
}

/** The share of the samples with these indices that are classified correctly. */
export function accuracyOf(indices: Int32Array, t: Moment): Expression {
  return [
    "mean",
    ...Array.from(indices, (index): Expression => ["right", ids.p.of(index + 1, t), ids.y.of(index + 1)]),
  ];
}

/** The loss and the number of correct samples among the held-out ones. @throws UnknownQuantity if none are held out */
export function heldOut(
  run: Run,
  kind: "Ltest" | "acctest",
  { t, test }: State,
): { loss: number; correct: number } {
  if (test !== undefined) return test;
  throw new UnknownQuantity(
    absent.nothingHeldOut({ id: ids[kind].of(t), instead: ids.L.of(t), count: run.samples.count }),
  );
}

/** The points that the gradient after t updates is averaged over. */
export function pointsOfGradient(run: Run, t: number) {
  const { batches } = run;
  return batches.perEpoch === 1
    ? trainingPoints(run)
    : ({ count: batches.at(t).length, which: "batch" } as const);
}

/** The training points: all points, unless some are held out. */
export function trainingPoints({ split: { train, test } }: Run) {
  return { count: train.length, which: test.length === 0 ? "all" : "training" } as const;
}

export const kindOfParameter = (name: string) => (name.startsWith("b") ? "bias" : "weight");

/** The error for a quantity of an update at t = 0. */
export function beforeFirstUpdate(run: Run, name: string): UnknownQuantity {
  const instead = run.last === 0 ? undefined : `${name}@1`;
  return new UnknownQuantity(absent.beforeFirstUpdate({ id: `${name}@0`, instead }));
}
