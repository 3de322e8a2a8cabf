/** Forward, loss and backward over all samples of a batch, block by block. */
import type { Batch, Evaluator } from "../kernel.ts";
import type { Network } from "../network.ts";
import { WIDTH } from "../head.ts";
import { createPasses, createRows, fillInputs } from "./passes.ts";

export function createEvaluator(network: Network, batch: Batch): Evaluator {
  const { count, features, targets } = batch;
  const { head, layers } = network;
  const passes = createPasses(network);
  const a = createRows(network, Math.min(WIDTH, count));
  const delta = createRows(network, Math.min(WIDTH, count));
  const gradient = new Float64Array(network.size);
  const outputs = targets.map(() => new Float64Array(count));
  const tally = { loss: 0, correct: 0, leastConfidence: 1 };
  let loss = 0;

  return {
    evaluate(params) {
      const z = a[layers.length]!;
      const outputDelta = delta[layers.length]!;
      gradient.fill(0);
      tally.loss = 0;
      tally.correct = 0;
      tally.leastConfidence = 1;
      for (let from = 0; from < count; from += WIDTH) {
        const n = Math.min(WIDTH, count - from);
        fillInputs(a, features, from, n);
        passes.forward(params, a, n);
        head.score(z, n, from, targets, outputs, tally);
        head.delta(n, from, targets, outputs, outputDelta);
        passes.backward(params, a, delta, n, gradient);
      }
      for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i]! / count;
      loss = tally.loss / count;
    },
    get loss() {
      return loss;
    },
    get correct() {
      return head.classifies ? tally.correct : undefined;
    },
    get leastConfidence() {
      return tally.leastConfidence;
    },
    gradient,
    outputs,
  };
}
