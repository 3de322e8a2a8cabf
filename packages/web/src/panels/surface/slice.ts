/** The names and ids of the slice. */
import {
  type Directions,
  ids,
  type Network,
  parameterId,
  type ParameterName,
  parameterPlain,
  type Coordinates,
  type QuantityId,
} from "@neural-viz/engine";
import { messages } from "#text/surface";

/** The two parameters with the steepest slopes, the steepest first. */
export function steepestTwo(
  network: Network,
  gradient: Float64Array,
): readonly [ParameterName, ParameterName] {
  const [first, second] = Array.from(gradient.keys()).toSorted(
    (a, b) => Math.abs(gradient[b]!) - Math.abs(gradient[a]!),
  );
  return [parameterId(network, first!), parameterId(network, second!)];
}

/** The names of the two axes. */
export function axisNames(directions: Directions): readonly [across: string, up: string] {
  if (directions.kind === "gradient")
    return [messages.alongTheGradient, messages.randomDirection(directions.seed)];
  const [across, up] = directions.names;
  return [parameterPlain(across), parameterPlain(up)];
}

/** The id of the loss at a grid point. */
export function gridPointId(directions: Directions, gridPoint: Coordinates, t: number): QuantityId {
  return ids.slice.of(directions, gridPoint, t);
}

/** Whether two answers are about the same plane. */
export function samePlane(
  a: { readonly t: number; readonly directions: Directions },
  b: { readonly t: number; readonly directions: Directions },
): boolean {
  return a.t === b.t && JSON.stringify(a.directions) === JSON.stringify(b.directions);
}
