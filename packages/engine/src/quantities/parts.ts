/** The parts that derivations share: leaves, expressions, traces, and means over samples. */
import { absent } from "#text/absent";
import { pick } from "../data/index.ts";
import { labelAt, rowOf } from "../math/classes.ts";
import type { Expression } from "../math/expression.ts";
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Moment } from "../ids/moment.ts";
import type { Point } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { areConstant } from "../nn/baseline.ts";
import { type Feature, features, featuresOf } from "../nn/features/index.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { labeledTrace, type LabeledTrace, trace, type Trace } from "../nn/trace.ts";
import type { Message } from "../text/message.ts";
import { rawInputsOf } from "./lookup.ts";
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

/** Refuses a point without targets. @throws UnknownQuantity */
export function assertLabeled(run: Run, point: Point): void {
  if (point.kind !== "sample") throw new UnknownQuantity(absent.notLabeled());
  rawInputsOf(run, point);
}

/** The targets of a sample, one for each output. @throws UnknownQuantity where the point is no sample */
export function targetsOf(run: Run, point: Point): Float64Array {
  assertLabeled(run, point);
  return rowOf(run.samples.targets, (point as { s: number }).s - 1);
}

/** The label of a sample. @throws UnknownQuantity where the point is no sample, or the targets are values */
export function labelOf(run: Run, point: Point): number {
  assertLabeled(run, point);
  const { kind, targets } = run.samples;
  const label = labelAt(kind, targets, (point as { s: number }).s - 1);
  if (label !== undefined) return label;
  throw new UnknownQuantity(absent.noLabels({ instead: ids.y.of(point, 1) }));
}

/** The network's inputs at a point. */
export function featuresAt(run: Run, point: Point): Float64Array {
  return featuresOf(run.network.features, rawInputsOf(run, point));
}

export function traceOf(run: Run, point: Point, state: State): Trace {
  return trace(run.network, state.params, featuresAt(run, point));
}

export function labeledTraceOf(run: Run, point: Point, state: State): LabeledTrace {
  const targets = targetsOf(run, point);
  return labeledTrace(run.network, state.params, featuresAt(run, point), targets);
}

/** The numbers of a layer's units, from 1; empty if there is no such layer. */
export function units(run: Pick<Run, "network">, l: number): number[] {
  return Array.from({ length: run.network.layers[l - 1]?.fanOut ?? 0 }, (_, j) => j + 1);
}

/** What comes into layer l from place k of the layer before: a raw input, a feature, or an activation. */
export function inputOf(
  { network }: Pick<Run, "network">,
  l: number,
  k: number,
  point: Point,
  t: Moment,
): QuantityId {
  if (l > 1) return ids.a.of(l - 1, k, point, t);
  const { raw }: Feature = features[network.features[k - 1]!];
  return raw === undefined ? ids.f.of(k, point) : ids.x.of(raw, point);
}

/** The value of input k of layer l. */
export function inputValue(run: Run, l: number, k: number, point: Point, { a }: Pick<Trace, "a">): number {
  return l === 1 ? featuresAt(run, point)[k - 1]! : a[l - 2]![k - 1]!;
}

/** z of output j. */
export function outputZ({ network }: Pick<Run, "network">, j: number, point: Point, t: Moment): QuantityId {
  return ids.z.of(network.layers.length, j, point, t);
}

/** Output j: ŷ or the probability of a class. */
export function outputOf(run: Pick<Run, "network">, j: number, point: Point, t: Moment): QuantityId {
  const { targets } = run.network.head;
  if (targets === "values") return ids.yhat.of(j, point, t);
  return targets === "binary" ? ids.p.of(point, t) : ids.p.of(point, t, j);
}

/** Target j: a label, 1 or 0 for a class, or a value. */
export function targetOf({ network }: Pick<Run, "network">, j: number, point: Point): QuantityId {
  return network.head.targets === "binary" ? ids.y.of(point) : ids.y.of(point, j);
}

/** The numbers of the outputs, from 1. */
export function outputsOf({ network }: Pick<Run, "network">): number[] {
  return units({ network }, network.layers.length);
}

/** Whether the targets of the points trained on differ at all: without that there is no R². */
export function hasVariance({ data, split }: Run): boolean {
  return !areConstant(pick(data, split.train));
}

/** What training lowers, by name. */
export const loweredBy = (run: Pick<Run, "regularization">) => (isPenalized(run) ? "objective" : "loss");

/** Whether there is a penalty on the weights. */
export function isPenalized({ regularization }: Pick<Run, "regularization">): boolean {
  return activeRegularizers(regularization).length > 0;
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

/** Whether the prediction for a sample is correct: 1 or 0. */
function correctness(run: Run, s: number, t: Moment): Expression {
  const outputs = outputsOf(run).map((j) => outputOf(run, j, { kind: "sample", s }, t));
  return run.network.head.targets === "binary"
    ? ["right", outputs[0]!, ids.y.of(s)]
    : ["largest", ids.y.of(s), ...outputs];
}

/** The share of the samples at these places that are classified correctly. */
export function shareCorrect(run: Run, places: Int32Array, t: Moment): Expression {
  return ["mean", ...Array.from(places, (place) => correctness(run, place + 1, t))];
}

/** Refuses an accuracy where the targets are values. @throws UnknownQuantity */
export function assertClassifies({ network }: Pick<Run, "network">, id: QuantityId, t: Moment): void {
  if (network.head.classifies) return;
  throw new UnknownQuantity(absent.noClasses({ id, instead: ids.rmse.of(t) }));
}

/** Refuses what is there for values alone. @throws UnknownQuantity */
export function assertValues({ network }: Pick<Run, "network">, id: QuantityId, t: Moment): void {
  if (!network.head.classifies) return;
  throw new UnknownQuantity(absent.noValues({ id, instead: ids.acc.of(t) }));
}

/** The loss and the number of correct samples among the held-out ones. @throws UnknownQuantity if none are held out */
export function heldOut(
  run: Run,
  kind: "Ltest" | "acctest",
  { t, test }: State,
): { loss: number; correct: number | undefined } {
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
