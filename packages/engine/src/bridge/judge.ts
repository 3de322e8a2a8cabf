/**
 * Judges a recording one update at a time, each from its own state, so that one mistake doesn't spread over the rest:
 *
 *   parameters   are those before the update what the update before left?
 *   loss         is it right for these parameters and this batch?
 *   gradient     is each right there?
 *   update       is each parameter right after it, for the recorded gradient, the hyperparameters and the state?
 *
 * Right means within what rounding in the loop's own format can do (bounded.ts). At each update the stages are looked at
 * in this order, the layers of a gradient as backprop finds them, from the output on.
 */
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import type { Batch } from "../nn/kernel.ts";
import { parameterId } from "../nn/network.ts";
import { createPenalty } from "../nn/penalty.ts";
import { gradientBounds } from "./backprop.ts";
import { agrees, type Bounded, type Bounds, isTelling, sumError } from "./bounded.ts";
import { createDifferences, type Difference, type Stage } from "./differences.ts";
import { precisions } from "./dtype.ts";
import { createEpochs } from "./epochs.ts";
import { type ForwardBounds, forwardBounds } from "./forward.ts";
import { type Interval, lossIntervals } from "./lossBounds.ts";
import type { RecordedOptimizer, RecordedUpdate, RecordingHead } from "./recording.ts";
import { createReplay, type Step } from "./replay.ts";
import { gradientSuspects, type LikelyMistake, lossSuspects, updateSuspects } from "./suspects.ts";

/** What is found of a recording. */
export interface Comparison {
  readonly agrees: boolean;
  readonly updates: number;
  /** How many numbers were judged, and how many of them differ. */
  readonly numbers: number;
  readonly differ: number;
  /** How many more couldn't be judged, because rounding or overflow can be as large as they are. */
  readonly vague: number;
  /** Of the first difference; where all agree, the largest of any number. */
  readonly tolerance: number;
  readonly first: Difference | undefined;
  /** All differences of its update and its stage, the first included. */
  readonly besideFirst: readonly Difference[];
  /** The differences that are furthest out of tolerance, the furthest first. */
  readonly differing: readonly Difference[];
  /** The known mistakes that reproduce every recorded number of their stage. */
  readonly mistakes: readonly LikelyMistake[];
  /** At how many updates a loss, gradients or parameters were recorded but couldn't be judged, because numbers before them are missing. */
  readonly notJudged: Readonly<Record<"loss" | "gradient" | "update", number>>;
}

/** A recorded number beside ours. */
export interface Compared {
  readonly t: number;
  readonly stage: Stage;
  readonly id: () => QuantityId;
  /** The index of its parameter; undefined for a loss. */
  readonly index: number | undefined;
  readonly yours: number;
  readonly ours: number;
  /** What rounding can have done to ours. */
  readonly tolerance: number;
  readonly agrees: boolean;
  /** Whether that says anything: rounding is small beside the number. */
  readonly telling: boolean;
}

/** Judges a recording. */
export interface Judge {
  update(update: RecordedUpdate): void;
  readonly result: Comparison;
}

/** A judge that keeps what the next update needs, and the differences. `see` is shown every number. */
export function createJudge(head: RecordingHead, see?: (compared: Compared) => void): Judge {
  const { network, regularization, data } = head;
  const precision = precisions[head.dtype];
  const setting = { network, regularization, precision };
  const penalty = createPenalty(network, regularization);
  const replay = createReplay(network.size, precision);
  const suspects = {
    loss: lossSuspects(network, precision),
    gradient: gradientSuspects(network, precision),
    update: updateSuspects(network, precision),
  };
  const epochs = createEpochs(data.count);
  const differences = createDifferences();
  const order = backpropOrder(network.layers);
  const notJudged = { loss: 0, gradient: 0, update: 0 };
  const seen = { loss: false, gradient: false, update: false };
  let updates = 0;
  let numbers = 0;
  let vague = 0;
  let largest = 0;
  let optimizer: RecordedOptimizer | undefined = head.optimizer;
  /** What the update before left. */
  let expected: { readonly t: number; readonly params: Float64Array | undefined } | undefined;
  let before:
    | { readonly t: number; right: Bounds; recorded: Float64Array | undefined; batch: Batch }
    | undefined;

  function compare(
    t: number,
    stage: Stage,
    id: () => QuantityId,
    index: number | undefined,
    yours: number,
    ours: Bounded,
    from?: number,
  ): void {
    const right = agrees(yours, ours, precision);
    const telling = !right || isTelling(yours, ours, precision);
    see?.({ t, stage, id, index, yours, ours: ours.value, tolerance: ours.error, agrees: right, telling });
    if (!telling) {
      vague += 1;
      return;
    }
    numbers += 1;
    if (ours.error <= precision.max) largest = Math.max(largest, ours.error);
    if (right) return;
    if (stage !== "parameters") seen[stage] = true;
    differences.add({
      t,
      stage,
      id: id(),
      yours,
      ours: ours.value,
      tolerance: ours.error,
      ...(from !== undefined && { before: from }),
    });
  }

  const nameAt = (i: number): string => parameterId(network, i);

  function judgeParameters(t: number, yours: Float64Array, ours: Float64Array): void {
    yours.forEach((value, i) => {
      const w = { value: ours[i]!, error: 2 * precision.unit * Math.abs(ours[i]!) };
      compare(t, "parameters", () => ids.parameter.of(nameAt(i), t), i, value, w);
    });
  }

  function judgeLoss(update: RecordedUpdate, params: Float64Array, samples: readonly ForwardBounds[]): void {
    const { t, batch, loss } = update;
    if (loss === undefined) return;
    const r = penalty.valueAt(params);
    const error = penalty.active ? sumError(precision, network.size, r) : 0;
    const intervals = (): Iterable<Interval> =>
      raised(lossIntervals(network.head, samples, precision), r, error);
    const id = (): QuantityId =>
      isWhole(batch, data.count) ? (penalty.active ? ids.J.of(t) : ids.L.of(t)) : ids.Lbatch.of(t);
    compare(t, "loss", id, undefined, loss, closest(loss, intervals()));
    suspects.loss.see({ recorded: loss, count: samples.length, penalty: r, intervals });
  }

  return {
    update(update) {
      const { t, batch, gradient, after } = update;
      updates += 1;
      optimizer = update.optimizer ?? optimizer;
      const left = expected?.t === t ? expected.params : undefined;
      const params = update.parameters ?? left;
      if (update.parameters !== undefined && left !== undefined) {
        judgeParameters(t, update.parameters, left);
      }
      const points = batch === "all" ? data : pick(data, batch);
      if (params === undefined) {
        if (update.loss !== undefined) notJudged.loss += 1;
        if (gradient !== undefined) notJudged.gradient += 1;
        before = undefined;
      } else if (update.loss !== undefined || gradient !== undefined) {
        const samples = forwardBounds(setting, params, points);
        judgeLoss(update, params, samples);
        const right = gradientBounds(setting, params, samples);
        if (gradient !== undefined) {
          for (const i of order) {
            const ours = { value: right.values[i]!, error: right.errors[i]! };
            compare(t, "gradient", () => ids.gradient.of(nameAt(i), t), i, gradient[i]!, ours);
          }
          const last = before?.t === t - 1 ? before : undefined;
          suspects.gradient.see({
            setting,
            params,
            samples,
            right,
            recorded: gradient,
            first: updates === 1,
            before: last && { ...last, samples: () => forwardBounds(setting, params, last.batch) },
          });
        }
        before = { t, right, recorded: gradient, batch: points };
      }
      const step: Step = {
        t,
        optimizer,
        params,
        gradient,
        state: update.state,
        count: points.count,
        points: data.count,
        epochBegins: epochs.beginsWith(batch),
      };
      const ours = replay.next(step);
      if (after !== undefined && ours === undefined) notJudged.update += 1;
      if (after !== undefined && ours !== undefined) {
        after.forEach((value, i) => {
          const w = { value: ours.values[i]!, error: ours.errors[i]! };
          compare(t, "update", () => ids.parameter.of(nameAt(i), t + 1), i, value, w, params![i]);
        });
      }
      suspects.update.see({ step, recorded: after, right: ours });
      expected = { t: t + 1, params: after };
    },
    get result() {
      const { first, besideFirst, count, ranked } = differences;
      const stages = (["loss", "gradient", "update"] as const).filter((stage) => seen[stage]);
      return {
        agrees: count === 0,
        updates,
        numbers,
        differ: count,
        vague,
        tolerance: first?.tolerance ?? largest,
        first,
        besideFirst,
        differing: ranked(),
        mistakes: stages.flatMap((stage) => suspects[stage].mistakes),
        notJudged,
      };
    },
  };
}

/** The indices of all parameters in the order in which backprop finds their gradients: from the output's layer on. */
function backpropOrder(layers: RecordingHead["network"]["layers"]): number[] {
  return layers
    .toReversed()
    .flatMap(({ weight, bias, fanOut }) =>
      Array.from({ length: bias + fanOut - weight }, (_, i) => weight + i),
    );
}

/** The points with these indices. */
function pick({ features, targets }: Batch, indices: readonly number[]): Batch {
  const some = (column: Float64Array): Float64Array => Float64Array.from(indices, (i) => column[i]!);
  return { count: indices.length, features: features.map(some), targets: targets.map(some) };
}

/** Whether a batch holds every point once. */
function isWhole(batch: RecordedUpdate["batch"], count: number): boolean {
  return batch === "all" || (batch.length === count && new Set(batch).size === count);
}

/** The intervals with R added, which has an error of its own. */
function* raised(intervals: Iterable<Interval>, r: number, error: number): Generator<Interval> {
  for (const { low, high } of intervals) yield { low: low + r - error, high: high + r + error };
}

/** The bound that a recorded loss is compared with: the first of all that it lies in, or else the first. */
function closest(recorded: number, intervals: Iterable<Interval>): Bounded {
  let first: Bounded | undefined;
  for (const { low, high } of intervals) {
    const here =
      high === Infinity
        ? { value: low, error: Infinity }
        : { value: (low + high) / 2, error: (high - low) / 2 };
    if (first === undefined) first = here;
    if (recorded >= low && recorded <= high) return here;
  }
  return first!;
}
