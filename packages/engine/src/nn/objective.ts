/**
 * The objective J = L + R: the loss over the samples and the penalty on the weights. Without a penalty it is the loss
 * itself, to the last bit. Whatever speaks of the slope speaks of J.
 */
import type { Columns } from "../math/classes.ts";
import { blocked } from "./blocked/index.ts";
import type { Batch, BlockObserver } from "./kernel.ts";
import type { Network } from "./network.ts";
import { createPenalty } from "./penalty.ts";
import type { Regularization } from "./regularizers/index.ts";

/** What training lowers: the loss of a network over samples, with a penalty on its weights. */
export interface Goal {
  readonly network: Network;
  readonly batch: Batch;
  readonly regularization: Regularization;
}

/** The objective and its gradient. The arrays are its own and change with the next evaluation. */
export interface Objective {
  evaluate(params: Float64Array): void;
  /** L, the mean of ℓ over the samples. */
  readonly loss: number;
  /** J = L + R. */
  readonly value: number;
  /** ∂J/∂w of every parameter: the mean of the samples' gradients, and then what the penalty adds. */
  readonly gradient: Float64Array;
  /** The outputs of every sample. */
  readonly outputs: Columns;
}

/** The objective with its gradient, as a function of the parameters. */
export function createObjective({ network, batch, regularization }: Goal): Objective {
  const evaluator = blocked.evaluator(network, batch);
  const penalty = createPenalty(network, regularization);
  let value = 0;
  return {
    evaluate(params) {
      evaluator.evaluate(params);
      penalty.addTo(evaluator.gradient, params);
      value = penalty.active ? evaluator.loss + penalty.valueAt(params) : evaluator.loss;
    },
    get loss() {
      return evaluator.loss;
    },
    get value() {
      return value;
    },
    gradient: evaluator.gradient,
    outputs: evaluator.outputs,
  };
}

/** J alone, as a function of the parameters. */
export function createObjectivePass(
  { network, batch, regularization }: Goal,
  onBlock?: BlockObserver,
): (params: Float64Array) => number {
  const loss = blocked.lossPass(network, batch, onBlock);
  const penalty = createPenalty(network, regularization);
  return penalty.active ? (params) => loss(params) + penalty.valueAt(params) : loss;
}
