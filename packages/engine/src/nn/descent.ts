/**
 * Descent from a place of a plane: real updates by an optimizer that begins with an empty state, with the gradient over
 * all samples in all parameters. It leaves the plane with its first update; what is seen of it is its projection.
 */
import type { Work } from "../math/progress.ts";
import { createUpdater } from "./optimizers/updater.ts";
import type { Network } from "./network.ts";
import type { OptimizerChoice } from "./optimizers/index.ts";
import { parametersAt, type Coordinates, type Plane, project } from "./plane.ts";
import { type Batch, createEvaluator } from "./propagation.ts";

/** Parameters on their way, seen from a plane. All arrays have one entry for each stop. */
export interface Trajectory {
  /** Epochs, or updates since the beginning. */
  readonly ts: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The Euclidean distance from the plane. */
  readonly distance: Float64Array;
  readonly loss: Float64Array;
}

/** A trajectory being written, stop by stop. */
export function createTrajectory(plane: Plane): {
  add(t: number, params: Float64Array, loss: number): void;
  trajectory(): Trajectory;
} {
  const stops: (readonly [t: number, x: number, y: number, distance: number, loss: number])[] = [];
  const column = (c: 0 | 1 | 2 | 3 | 4): Float64Array => Float64Array.from(stops, (stop) => stop[c]);
  return {
    add(t, params, loss) {
      const { coordinates, distance } = project(plane, params);
      stops.push([t, ...coordinates, distance, loss]);
    },
    trajectory: () => ({ ts: column(0), x: column(1), y: column(2), distance: column(3), loss: column(4) }),
  };
}

/** So many updates from a place of the plane; fewer where the loss stops being a finite number. */
export function* descent(
  network: Network,
  batch: Batch,
  plane: Plane,
  from: Coordinates,
  optimizer: OptimizerChoice,
  updates: number,
): Work<Trajectory> {
  const evaluator = createEvaluator(network, batch);
  const updater = createUpdater(network.size, optimizer);
  const params = new Float64Array(network.size);
  const { add, trajectory } = createTrajectory(plane);
  parametersAt(plane, from, params);
  for (let t = 0; t <= updates; t++) {
    evaluator.evaluate(params);
    if (!Number.isFinite(evaluator.loss)) break;
    add(t, params, evaluator.loss);
    updater.update(params, evaluator.gradient);
    yield (t + 1) / (updates + 1);
  }
  return trajectory();
}
