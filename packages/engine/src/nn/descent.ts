/**
 * Descent from a point of a plane: real updates of all parameters by an optimizer with empty state, with the gradient
 * over all samples. The first update already leaves the plane, so the trajectory is the projection onto it.
 */
import type { Work } from "../math/progress.ts";
import { createObjective, type Goal } from "./objective.ts";
import { createUpdater } from "./optimizers/updater.ts";
import type { OptimizerChoice } from "./optimizers/index.ts";
import { parametersAt, type Coordinates, type Plane, project } from "./plane.ts";

/** A sequence of parameter vectors projected onto a plane. All arrays have one entry for each recorded vector. */
export interface Trajectory {
  /** The update of each entry, counted from the start of the run or of the descent. */
  readonly ts: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The Euclidean distance from the plane. */
  readonly distance: Float64Array;
  readonly loss: Float64Array;
}

/** Builds a trajectory, one parameter vector at a time. */
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

/** Does `updates` updates from a point of the plane, or fewer if the loss stops being finite. */
export function* descent(
  goal: Goal,
  plane: Plane,
  from: Coordinates,
  optimizer: OptimizerChoice,
  updates: number,
): Work<Trajectory> {
  const objective = createObjective(goal);
  const { size } = goal.network;
  const updater = createUpdater(size, optimizer);
  const params = new Float64Array(size);
  const { add, trajectory } = createTrajectory(plane);
  parametersAt(plane, from, params);
  for (let t = 0; t <= updates; t++) {
    objective.evaluate(params);
    if (!Number.isFinite(objective.value)) break;
    add(t, params, objective.value);
    updater.update(params, objective.gradient);
    yield (t + 1) / (updates + 1);
  }
  return trajectory();
}
