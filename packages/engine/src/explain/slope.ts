/** The slope picture of a parameter: the loss if only this one number moved, and where the next update takes it. */
import { createUpdater } from "../nn/optimizers/updater.ts";
import { createEvaluator } from "../nn/propagation.ts";
import type { Recording } from "../session/recording.ts";
import { indexOf } from "../quantities/lookup.ts";

/** Evaluations along the curve; odd, so that the middle one is the present value. */
const EVALUATIONS = 61;

/** The slope picture of a parameter. */
export interface Slope {
  readonly parameter: string;
  readonly t: number;
  /** The value after t updates, the loss there and the derivative ∂L/∂w: the tangent's slope. */
  readonly w: number;
  readonly loss: number;
  readonly gradient: number;
  /** 61 values over w ± max(1, 3·|Δw|), and the loss at each: real evaluations over the samples of the next update. */
  readonly ws: Float64Array;
  readonly losses: Float64Array;
  /** Where update t + 1 takes this parameter, and the loss if it alone moved there. */
  readonly next: { readonly w: number; readonly loss: number };
}

/** The slope picture of a parameter after t updates, 0 ≤ t ≤ the last. @throws UnknownQuantity */
export function slopeOf({ at, live }: Pick<Recording, "at" | "live">, parameter: string, t: number): Slope {
  const index = indexOf(live, parameter);
  const session = at(t);
  const { network, batch, batchLoss, gradient, optimizer } = session;
  const params = session.params.slice();
  const w = params[index]!;
  const moved = params.slice();
  const updater = createUpdater(network.size, optimizer);
  updater.restore(session.save().optimizerState);
  updater.update(moved, gradient);

  const evaluator = createEvaluator(network, batch);
  const lossAt = (value: number): number => {
    params[index] = value;
    evaluator.evaluate(params);
    return evaluator.loss;
  };
  const next = moved[index]!;
  const reach = Math.max(1, 3 * Math.abs(next - w));
  const middle = (EVALUATIONS - 1) / 2;
  const ws = Float64Array.from({ length: EVALUATIONS }, (_, i) => w + ((i - middle) / middle) * reach);
  return {
    parameter,
    t,
    w,
    loss: batchLoss,
    gradient: gradient[index]!,
    ws,
    losses: ws.map(lossAt),
    next: { w: next, loss: lossAt(next) },
  };
}
