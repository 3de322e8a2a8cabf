/** Forward and loss over all samples of a batch, block by block. */
import type { Batch, ForwardEvaluator } from "../kernel.ts";
import type { Network } from "../network.ts";
import { WIDTH } from "../head.ts";
import { createPasses, createRows, fillInputs } from "./passes.ts";

export function createForwardEvaluator(network: Network, batch: Batch): ForwardEvaluator {
  const { count, features, targets } = batch;
  const { head } = network;
  const passes = createPasses(network);
  const rows = createRows(network, Math.min(WIDTH, count));
  const outputs = targets.map(() => new Float64Array(count));
  const tally = { loss: 0, correct: 0, leastConfidence: 1 };
  let loss = 0;
  return {
    evaluate(params) {
      tally.loss = 0;
      tally.correct = 0;
      tally.leastConfidence = 1;
      for (let from = 0; from < count; from += WIDTH) {
        const n = Math.min(WIDTH, count - from);
        fillInputs(rows, features, from, n);
        passes.forward(params, rows, n);
        head.score(rows.at(-1)!, n, from, targets, outputs, tally);
      }
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
    outputs,
  };
}
