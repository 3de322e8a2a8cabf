/** What all derivations are made of: leaves, expressions, and reading a run's data, units and parameters by their numbers. */
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

/** The numbers of a layer's units, from 1; none where there is no such layer. */
export function units(run: Pick<Run, "network">, l: number): number[] {
  return Array.from({ length: run.network.layers[l - 1]?.fanOut ?? 0 }, (_, j) => j + 1);
}

/** What comes into layer l from place k of the layer before: an input of the network, or an activation. */
export function inputOf(l: number, k: number, point: Point, t: Moment): QuantityId {
  return l === 1 ? ids.x.of(k, point) : ids.a.of(l - 1, k, point, t);
}

/** Its value. */
export function inputValue(run: Run, l: number, k: number, point: Point, { a }: Pick<Trace, "a">): number {
  return l === 1 ? coordinatesOf(run, point)[k - 1]! : a[l - 2]![k - 1]!;
}

/** The z of the output. */
export function outputOf({ network }: Pick<Run, "network">, point: Point, t: Moment): QuantityId {
  return ids.z.of(network.layers.length, 1, point, t);
}

/** Whether there is a label, and so a loss, for a point. */
export function isLabeled(point: Point): boolean {
  return point.kind === "sample";
}

/** Whether a point is the sample at one of these places. */
export function isIn(indices: Int32Array, point: Point): boolean {
  return point.kind === "sample" && indices.includes(point.s - 1);
}

/** The mean of the losses of the samples at these places. */
export function meanLoss(indices: Int32Array, t: Moment): Expression {
  return ["mean", ...Array.from(indices, (index) => ids.ell.of(index + 1, t))];
}

/** The share of the samples at these places that are right. */
export function accuracyOf(indices: Int32Array, t: Moment): Expression {
  return [
    "mean",
    ...Array.from(indices, (index): Expression => ["right", ids.p.of(index + 1, t), ids.y.of(index + 1)]),
  ];
}

/** Loss and right answers over the samples held out. @throws UnknownQuantity where none are */
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

/** The points trained on: all there are, unless some are held out. */
export function trainingPoints({ split: { train, test } }: Run) {
  return { count: train.length, which: test.length === 0 ? "all" : "training" } as const;
}

export const kindOfParameter = (name: string) => (name.startsWith("b") ? "bias" : "weight");

/** What belongs to an update is asked for before there was one. */
export function beforeFirstUpdate(run: Run, name: string): UnknownQuantity {
  const instead = run.last === 0 ? undefined : `${name}@1`;
  return new UnknownQuantity(absent.beforeFirstUpdate({ id: `${name}@0`, instead }));
}
