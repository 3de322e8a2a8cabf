/** The loss surface over a plane: the loss over all samples at the center of each cell of a square. */
import type { Work } from "../math/progress.ts";
import { createObjectivePass, type Goal } from "./objective.ts";
import { parametersAt, type Coordinates, type Plane } from "./plane.ts";

/** A square of size × size cells in a plane. */
export interface Square {
  readonly center: Coordinates;
  /** Half of its side length, in the units of the parameters. */
  readonly reach: number;
  /** The number of cells along a side. It's odd, so that the middle cell is at the center. */
  readonly size: number;
}

/** The coordinates of a cell's center. Row 0 is at the top, where y is largest; column 0 is at the left. */
export function cellCenter(
  { center: [x, y], reach, size }: Square,
  row: number,
  column: number,
): Coordinates {
  return [x + (reach * (2 * column + 1 - size)) / size, y - (reach * (2 * row + 1 - size)) / size];
}

/** L at the center of each cell of a square around the plane's center, row by row. */
export function* surface(goal: Goal, plane: Plane, reach: number, size: number): Work<Float64Array> {
  const loss = createObjectivePass(goal);
  const square: Square = { center: plane.center, reach, size };
  const params = new Float64Array(goal.network.size);
  const losses = new Float64Array(size * size);
  for (let cell = 0; cell < losses.length; cell++) {
    parametersAt(plane, cellCenter(square, Math.floor(cell / size), cell % size), params);
    losses[cell] = loss(params);
    yield (cell + 1) / losses.length;
  }
  return losses;
}
