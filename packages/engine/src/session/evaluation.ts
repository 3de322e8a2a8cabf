/**
 * All that is looked at after an update: the loss over the training samples, the gradient over those of the next update,
 * and how the network does on held-out samples. With the full batch the first two come from one pass.
 */
import { pick, type Split } from "../data/index.ts";
import type { Columns } from "../math/classes.ts";
import { blocked } from "../nn/blocked/index.ts";
import type { Batch, Evaluator } from "../nn/kernel.ts";
import type { Network } from "../nn/network.ts";
import type { Penalty } from "../nn/penalty.ts";
import type { Batches } from "./batches.ts";

export interface Evaluation {
  /** Evaluates these parameters, after t updates. */
  evaluate(params: Float64Array, t: number): void;
  /** L, the mean of ℓ over the training samples. */
  readonly loss: number;
  /** The mean of ℓ over the samples of the next update; L itself with the full batch. */
  readonly batchLoss: number;
  /** ∂/∂w of the batch's loss, and of the penalty, for every parameter. */
  readonly gradient: Float64Array;
  /** The outputs for every sample, in file order. */
  readonly outputs: Columns;
  /** How many training samples are classified correctly, undefined for values; and their least confidence. */
  readonly correct: number | undefined;
  readonly leastConfidence: number;
  /** The mean of ℓ over the held-out samples, and how many of them are correct; undefined when none are held out. */
  readonly test: { readonly loss: number; readonly correct: number | undefined } | undefined;
}

export function createEvaluation(
  network: Network,
  samples: Batch,
  split: Split,
  batches: Batches,
  penalty: Penalty,
): Evaluation {
  const train = split.test.length === 0 ? samples : pick(samples, split.train);
  const fullBatch = batches.perEpoch === 1 ? blocked.evaluator(network, train) : undefined;
  const trainPass = fullBatch ?? blocked.forwardEvaluator(network, train);
  const batch = fullBatch === undefined ? createBatchEvaluator(network, samples, batches) : undefined;
  const { gradient } = fullBatch ?? batch!;
  const testPass =
    split.test.length === 0 ? undefined : blocked.forwardEvaluator(network, pick(samples, split.test));
  const outputs =
    testPass === undefined ? trainPass.outputs : samples.targets.map(() => new Float64Array(samples.count));

  /** Copies the outputs of a part of the samples to their places among all. */
  function spread(from: Columns, places: Int32Array): void {
    from.forEach((column, j) => {
      const all = outputs[j]!;
      for (let i = 0; i < places.length; i++) all[places[i]!] = column[i]!;
    });
  }

  return {
    evaluate(params, t) {
      trainPass.evaluate(params);
      batch?.evaluate(params, t);
      penalty.addTo(gradient, params);
      if (testPass === undefined) return;
      testPass.evaluate(params);
      spread(trainPass.outputs, split.train);
      spread(testPass.outputs, split.test);
    },
    get loss() {
      return trainPass.loss;
    },
    get batchLoss() {
      return batch === undefined ? trainPass.loss : batch.loss;
    },
    gradient,
    outputs,
    get correct() {
      return trainPass.correct;
    },
    get leastConfidence() {
      return trainPass.leastConfidence;
    },
    test: testPass,
  };
}

interface BatchEvaluator {
  evaluate(params: Float64Array, t: number): void;
  readonly loss: number;
  readonly gradient: Float64Array;
}

/** Passes over batches of changing samples: there are two sizes at most, the usual one and that of an epoch's last batch. */
function createBatchEvaluator(network: Network, samples: Batch, batches: Batches): BatchEvaluator {
  const bySize = new Map<number, { readonly room: Batch; readonly evaluator: Evaluator }>();
  const gradient = new Float64Array(network.size);
  let loss = 0;
  return {
    evaluate(params, t) {
      const places = batches.at(t);
      const { room, evaluator } = sized(places.length);
      copy(samples.features, room.features, places);
      copy(samples.targets, room.targets, places);
      evaluator.evaluate(params);
      gradient.set(evaluator.gradient);
      ({ loss } = evaluator);
    },
    get loss() {
      return loss;
    },
    gradient,
  };

  function sized(count: number): { readonly room: Batch; readonly evaluator: Evaluator } {
    const known = bySize.get(count);
    if (known !== undefined) return known;
    const room = pick(samples, new Int32Array(count));
    const fresh = { room, evaluator: blocked.evaluator(network, room) };
    bySize.set(count, fresh);
    return fresh;
  }
}

/** The numbers at these places of each column. */
function copy(from: Columns, to: Columns, places: Int32Array): void {
  for (let k = 0; k < from.length; k++) {
    const source = from[k]!;
    const target = to[k]!;
    for (let i = 0; i < places.length; i++) target[i] = source[places[i]!]!;
  }
}
