/** The state of a run at any epoch, copied so that several epochs can be used together. */
import type { Expression } from "../math/expression.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import type { Samples, Split } from "../data/index.ts";
import type { Batch } from "../nn/kernel.ts";
import type { Network } from "../nn/network.ts";
import type { Regularization } from "../nn/regularizers/index.ts";
import type { Batches } from "../session/batches.ts";
import type { Experiment } from "../session/experiment.ts";
import type { Recording } from "../session/recording.ts";
import { type Session, sessionOf } from "../session/session.ts";
import { batchOf, regularizationOf } from "../session/start.ts";
import type { Message } from "../text/message.ts";
import { beforeEdits, isBeforeEdits, updateOf } from "../ids/moment.ts";

/** A run with access to the state at any of its epochs. */
export interface Run {
  readonly experiment: Experiment;
  readonly network: Network;
  readonly samples: Samples;
  /** The same samples as the network sees them: features in place of raw inputs. */
  readonly data: Batch;
  readonly regularization: Regularization;
  /** Which samples are trained on and which are held out. */
  readonly split: Split;
  readonly batches: Batches;
  /** The last update. */
  readonly last: number;
  /** The state after t updates, 0 ≤ t ≤ last. At t − ½ it's the state after update t, before the edits made there. */
  at(t: number): State;
}

/** The state of a run after t updates. */
export interface State {
  readonly t: number;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** R and J = L + R. */
  readonly penalty: number;
  readonly objective: number;
  /** Training samples classified correctly; undefined where the targets are values. */
  readonly correct: number | undefined;
  /** The loss over the samples of the next update. */
  readonly batchLoss: number;
  /** Loss and correct predictions over the held-out samples. */
  readonly test: { readonly loss: number; readonly correct: number | undefined } | undefined;
  /** The optimizer that the next update uses, with the state it holds now. */
  readonly optimizer: OptimizerChoice;
  readonly slots: readonly Float64Array[];
  /** The number of updates by that optimizer. */
  readonly updates: number;
}

/** The number of states in the cache. A derivation uses two, of consecutive epochs. */
const MAX_CACHED = 8;

/** A run for explanations, from a recording. */
export function createRun({ live, at: seek }: Pick<Recording, "live" | "at">): Run {
  const cache = new Map<number, State>();

  /** The state after update t without the changes made there. */
  function withoutEdits(t: number): State {
    const before = seek(t - 1).save();
    const { experiment } = live;
    const session = sessionOf({
      ...experiment,
      changes: experiment.changes.filter(({ at }) => at !== t),
    });
    session.restore(before);
    session.replay();
    return { ...copy(session), t: beforeEdits(t) };
  }

  return {
    get experiment() {
      return live.experiment;
    },
    network: live.network,
    samples: live.samples,
    data: batchOf(live.network, live.samples),
    regularization: regularizationOf(live.experiment),
    split: live.split,
    batches: live.batches,
    get last() {
      return live.t;
    },
    at(t) {
      const known = cache.get(t);
      if (known !== undefined) return known;
      const state = isBeforeEdits(t) ? withoutEdits(updateOf(t)) : copy(seek(t));
      if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value!);
      cache.set(t, state);
      return state;
    },
  };
}

function copy(session: Session): State {
  const {
    t,
    params,
    gradient,
    loss,
    penalty,
    objective,
    correct,
    batchLoss,
    test,
    optimizer,
    optimizerState,
  } = session;
  return {
    t,
    params: params.slice(),
    gradient: gradient.slice(),
    loss,
    penalty,
    objective,
    correct,
    batchLoss,
    test: test && { loss: test.loss, correct: test.correct },
    optimizer,
    slots: optimizerState.slots.map((slot) => slot.slice()),
    updates: optimizerState.updates,
  };
}

/** How a quantity is computed from others. */
export interface Derivation {
  readonly value: number;
  /** The expression over the ids of its inputs; undefined for a leaf. */
  readonly expression: Expression | undefined;
  /** How it is computed, in a sentence or two. */
  readonly caption: Message;
  /** Where a leaf comes from. */
  readonly origin: Message | undefined;
}
