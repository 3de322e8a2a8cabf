/**
 * One recorded update as a run, so that our number there can be explained like any number of a run: our loss and gradient
 * from the recorded parameters, and our update from the recorded gradient and the optimizer's state.
 */
import { explain, type Explanation } from "../explain/explain.ts";
import { idOf, ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { createPenalty } from "../nn/penalty.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { createUpdater, type Updater } from "../nn/optimizers/updater.ts";
import type { Run, State } from "../quantities/run.ts";
import { createEvaluation } from "../session/evaluation.ts";
import { defaultExperiment, MAX_INPUTS } from "../session/experiment.ts";
import type { Stage } from "./differences.ts";
import type { RecordedOptimizer, RecordedUpdate, RecordingHead } from "./recording.ts";

/** The parameters before update `at` of these, where they are known: from 0, with those before it. */
export function parametersBefore(updates: readonly RecordedUpdate[], at: number): Float64Array | undefined {
  const { t, parameters } = updates[at]!;
  const before = updates[at - 1];
  return parameters ?? (before?.t === t - 1 ? before.after : undefined);
}

/** The optimizer that update `at` of these uses, from 0. */
export function optimizerAtUpdate(
  head: RecordingHead,
  updates: readonly RecordedUpdate[],
  at: number,
): RecordedOptimizer | undefined {
  return updates.slice(0, at + 1).findLast(({ optimizer }) => optimizer)?.optimizer ?? head.optimizer;
}

/**
 * Where our number comes from at update `at` of these, from 0: the lines that lead to it, and itself as the last. Empty
 * where the numbers before it are missing, or where it has no formula.
 */
export function explainRecorded(
  head: RecordingHead,
  updates: readonly RecordedUpdate[],
  at: number,
  { stage, id }: { readonly stage: Stage; readonly id: QuantityId },
): readonly Explanation[] {
  const params = parametersBefore(updates, at);
  if (params === undefined || stage === "parameters" || head.network.features.length > MAX_INPUTS) return [];
  if (stage !== "update") return [explain(runOf(head, updates[at]!, params), id)];
  const { t, gradient } = updates[at]!;
  const updater = updaterBefore(head, updates, at);
  const parsed = idOf(id);
  if (gradient === undefined || updater === undefined || parsed.kind !== "parameter") return [];
  const { choice, ...before } = updater.save();
  const after = params.slice();
  updater.update(after, gradient);
  const run = runOf(head, updates[at]!, params);
  const now = { ...run.at(t), gradient, optimizer: choice, slots: before.slots, updates: before.updates };
  const next = { ...now, t: t + 1, params: after, slots: updater.slots, updates: updater.updates };
  // A state vector before the update has a formula at the update before. Nobody asks for its inputs.
  const states: Record<number, State> = {
    [t - 1]: { ...now, t: t - 1, updates: before.updates - 1 },
    [t]: now,
    [t + 1]: next,
  };
  const lines = optimizerOf(choice.name).derivation.slice(0, -1);
  const step = { ...run, at: (moment: number) => states[moment]! };
  return [...lines.map(([name]) => ids.optimizerState.of(name, parsed.name, t + 1)), id].map((one) =>
    explain(step, one),
  );
}

/** The run of one update, at the parameters before it. */
function runOf(head: RecordingHead, { t, batch }: RecordedUpdate, params: Float64Array): Run {
  const { network, data, regularization } = head;
  const all = Int32Array.from({ length: data.count }, (_, i) => i);
  const indices = batch === "all" ? all : Int32Array.from(batch);
  const split = { train: all, test: new Int32Array() };
  const whole = indices.length === data.count && new Set(indices).size === data.count;
  const batches = { perEpoch: whole ? 1 : 1 + Math.ceil(data.count / indices.length), at: () => indices };
  const penalty = createPenalty(network, regularization);
  const evaluation = createEvaluation(network, data, split, batches, penalty);
  evaluation.evaluate(params, t);
  const { loss, batchLoss, gradient, correct } = evaluation;
  const r = penalty.active ? penalty.valueAt(params) : 0;
  const state: State = {
    t,
    params,
    gradient,
    loss,
    penalty: r,
    objective: loss + r,
    correct,
    batchLoss,
    test: undefined,
    optimizer: defaultExperiment.optimizer,
    slots: [],
    updates: 0,
  };
  return {
    experiment: defaultExperiment,
    network,
    samples: { count: data.count, kind: network.head.targets, inputs: data.features, targets: data.targets },
    data,
    regularization,
    split,
    batches,
    last: t + 1,
    at: () => state,
  };
}

/** The optimizer before update `at`, with its state from the recorded gradients or as it was recorded; undefined where it isn't known. */
function updaterBefore(
  head: RecordingHead,
  updates: readonly RecordedUpdate[],
  at: number,
): Updater | undefined {
  const scratch = new Float64Array(head.network.size);
  let updater: Updater | undefined;
  let optimizer = head.optimizer;
  let name: string | undefined;
  let known = true;
  let start = 0;
  let expected = 0;
  for (const update of updates.slice(0, at + 1)) {
    const { t, state, gradient } = update;
    optimizer = update.optimizer ?? optimizer;
    if (optimizer === undefined || optimizer.weightDecay !== 0) return undefined;
    const { choice } = optimizer;
    const { slots } = optimizerOf(choice.name);
    if (t !== expected) known = false;
    expected = t + 1;
    if (name !== undefined && name !== choice.name) {
      known = true;
      start = t;
    }
    name = choice.name;
    updater ??= createUpdater(head.network.size, choice);
    updater.choose(choice);
    if (state !== undefined && slots.every((slot) => state[slot] !== undefined)) {
      known = true;
      updater.restore({ choice, slots: slots.map((slot) => state[slot]!), updates: t - start, powers: [] });
      updater.choose(choice);
    }
    if (update === updates[at]) return known || slots.length === 0 ? updater : undefined;
    if (gradient === undefined) known = false;
    else updater.update(scratch, gradient);
  }
  return undefined;
}
