/** The slope picture of a parameter: the loss if only this one number moved, and where the next update takes it. */
import { createObjectivePass } from "../nn/objective.ts";
import { createUpdater } from "../nn/optimizers/updater.ts";
import type { Recording } from "../session/recording.ts";
import { indexOf } from "../quantities/lookup.ts";

/** The number of points of the curve. It's odd, so that the middle one is the present value. */
const EVALUATIONS = 61;

/** The slope picture of a parameter. */
export interface Slope {
  readonly parameter: string;
  readonly t: number;
  /** The value after t updates, the objective there (the loss, where there is no penalty) and ∂J/∂w: the tangent's slope. */
  readonly w: number;
  readonly loss: number;
  readonly gradient: number;
  /** 61 values over w ± max(1, 3·|Δw|), and the loss at each, evaluated over the samples of the next update. */
  readonly ws: Float64Array;
  readonly losses: Float64Array;
  /** The value of this parameter after update t + 1, and the loss if only this parameter changed. */
  readonly next: { readonly w: number; readonly loss: number };
}

/** The slope picture of a parameter after t updates, 0 ≤ t ≤ the last. @throws UnknownQuantity */
export function slopeOf({ at, live }: Pick<Recording, "at" | "live">, parameter: string, t: number): Slope {
  const index = indexOf(live, parameter);
  const session = at(t);
  const { network, batchGoal, gradient, optimizer } = session;
  const params = session.params.slice();
  const w = params[index]!;
  const moved = params.slice();
  const updater = createUpdater(network.size, optimizer);
  updater.restore(session.save().optimizerState);
  updater.update(moved, gradient);

  const objective = createObjectivePass(batchGoal);
  const lossAt = (value: number): number => {
    params[index] = value;
    return objective(params);
  };
  const loss = lossAt(w);
  const next = moved[index]!;
  const reach = Math.max(1, 3 * Math.abs(next - w));
  const middle = (EVALUATIONS - 1) / 2;
  const ws = Float64Array.from({ length: EVALUATIONS }, (_, i) => w + ((i - middle) / middle) * reach);
  return {
    parameter,
    t,
    w,
    loss,
    gradient: gradient[index]!,
    ws,
    losses: ws.map(lossAt),
    next: { w: next, loss: lossAt(next) },
  };
}
