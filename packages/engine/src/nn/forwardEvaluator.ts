/** An evaluator without the backward pass. Its numbers have the same bits as those of the full evaluator. */
import { isCorrect } from "../math/correct.ts";
import { sigmoid } from "../math/elementary.ts";
import { createLossPass } from "./lossPass.ts";
import type { Network } from "./network.ts";
import type { Batch, Evaluator } from "./propagation.ts";

/** An evaluator that computes no gradient. */
export type ForwardEvaluator = Omit<Evaluator, "gradient">;

export function createForwardEvaluator(network: Network, batch: Batch): ForwardEvaluator {
  const probability = new Float64Array(batch.count);
  let loss = 0;
  let correct = 0;
  let leastConfidence = 1;
  const pass = createLossPass(network, batch, (rows, from, samples) => {
    const logits = rows.at(-1)!;
    for (let s = 0; s < samples; s++) {
      const p = sigmoid(logits[s]!);
      const confidence = Math.abs(p - 0.5) * 2;
      probability[from + s] = p;
      if (isCorrect(p, batch.y[from + s]!)) correct += 1;
      if (!(confidence >= leastConfidence)) leastConfidence = confidence;
    }
  });
  return {
    evaluate(params) {
      correct = 0;
      leastConfidence = 1;
      loss = pass(params);
    },
    get loss() {
      return loss;
    },
    get correct() {
      return correct;
    },
    get leastConfidence() {
      return leastConfidence;
    },
    probability,
  };
}
