/**
 * The evaluation after each update: the loss over the training samples, the gradient over the samples of the next update,
 * and the loss and accuracy on the held-out samples. With the full batch one pass gives the first two.
 */
import { pick, type Samples, type Split } from "../data/index.ts";
import { createForwardEvaluator } from "../nn/forwardEvaluator.ts";
import type { Network } from "../nn/network.ts";
import { createEvaluator, type Evaluator } from "../nn/propagation.ts";
import type { Batches } from "./batches.ts";

export interface Evaluation {
  /** Evaluates these parameters, after t updates. */
  evaluate(params: Float64Array, t: number): void;
  /** L, the mean of ℓ over the training samples. */
  readonly loss: number;
  /** The mean of ℓ over the samples of the next update; L itself with the full batch. */
  readonly batchLoss: number;
  /** ∂/∂w of the batch's loss, for every parameter. */
  readonly gradient: Float64Array;
  /** ŷ of every sample, in file order. */
  readonly probability: Float64Array;
  /** The number of training samples classified correctly, and their smallest confidence |ŷ − ½|·2. */
  readonly correct: number;
  readonly leastConfidence: number;
  /** The mean of ℓ over the held-out samples, and the number classified correctly; undefined if none are held out. */
  readonly test: { readonly loss: number; readonly correct: number } | undefined;
}

export function createEvaluation(
  network: Network,
  samples: Samples,
  split: Split,
  batches: Batches,
): Evaluation {
  const train = split.test.length === 0 ? samples : pick(samples, split.train);
  const fullBatch = batches.perEpoch === 1 ? createEvaluator(network, train) : undefined;
  const trainPass = fullBatch ?? createForwardEvaluator(network, train);
  const batch = fullBatch ?? createBatchEvaluator(network, samples, batches);
  const testPass =
    split.test.length === 0 ? undefined : createForwardEvaluator(network, pick(samples, split.test));
  const probability = testPass === undefined ? trainPass.probability : new Float64Array(samples.count);
  return {
    evaluate(params, t) {
      trainPass.evaluate(params);
      if (fullBatch === undefined) batch.evaluate(params, t);
      if (testPass === undefined) return;
      testPass.evaluate(params);
      split.train.forEach((index, i) => (probability[index] = trainPass.probability[i]!));
      split.test.forEach((index, i) => (probability[index] = testPass.probability[i]!));
    },
    get loss() {
      return trainPass.loss;
    },
    get batchLoss() {
      return batch.loss;
    },
    gradient: batch.gradient,
    probability,
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

/** Evaluates batches. There are at most two sizes, the usual one and that of an epoch's last batch, each with its own evaluator. */
function createBatchEvaluator(network: Network, samples: Samples, batches: Batches): BatchEvaluator {
  const bySize = new Map<number, { readonly room: Samples; readonly evaluator: Evaluator }>();
  const gradient = new Float64Array(network.size);
  let loss = 0;
  return {
    evaluate(params, t) {
      const indices = batches.at(t);
      const { room, evaluator } = sized(indices.length);
      indices.forEach((index, i) => {
        room.x1[i] = samples.x1[index]!;
        room.x2[i] = samples.x2[index]!;
        room.y[i] = samples.y[index]!;
      });
      evaluator.evaluate(params);
      gradient.set(evaluator.gradient);
      ({ loss } = evaluator);
    },
    get loss() {
      return loss;
    },
    gradient,
  };

  function sized(count: number): { readonly room: Samples; readonly evaluator: Evaluator } {
    const known = bySize.get(count);
    if (known !== undefined) return known;
    const room = pick(samples, new Int32Array(count));
    const fresh = { room, evaluator: createEvaluator(network, room) };
    bySize.set(count, fresh);
    return fresh;
  }
}
