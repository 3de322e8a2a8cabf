/**
 * A plane in the space of all parameters, spanned by two directions.
 *
 *   w(x, y) = base + x·e₁ + y·e₂        e₁ ⊥ e₂,  ‖e₁‖ = ‖e₂‖ = 1
 *
 * Along two parameters, x and y are the values of these parameters. Along the gradient and a random direction, x and y
 * are distances from the present parameters, and x increases uphill.
 */
import { network as text } from "#text/network";
import { createRandom, normal } from "../math/random.ts";
import { InputError } from "../math/errors.ts";
import { type Network, parameterAt } from "./network.ts";

/** The two directions that span a plane. */
export type Directions =
  | { readonly kind: "parameters"; readonly names: readonly [across: string, up: string] }
  /** The direction of the gradient, and a random direction orthogonal to it. */
  | { readonly kind: "gradient"; readonly seed: number };

/** The coordinates of a point in a plane. */
export type Coordinates = readonly [x: number, y: number];

/** A plane in the space of all parameters. */
export interface Plane {
  /** The parameters at x = 0, y = 0. */
  readonly base: Float64Array;
  /** Two orthonormal vectors, each with one entry per parameter. */
  readonly axes: readonly [Float64Array, Float64Array];
  /** The coordinates of the present parameters. */
  readonly center: Coordinates;
}

/** The plane through these parameters. @throws InputError if the directions don't span a plane */
export function createPlane(
  network: Network,
  params: Float64Array,
  gradient: Float64Array,
  directions: Directions,
): Plane {
  if (directions.kind === "parameters") {
    const [across, up] = directions.names;
    const [i, j] = [parameterAt(network, across), parameterAt(network, up)];
    if (i === j) throw new InputError(text.samePlaneAxes({ name: across }));
    const base = params.slice();
    base[i] = 0;
    base[j] = 0;
    return { base, axes: [unit(network.size, i), unit(network.size, j)], center: [params[i]!, params[j]!] };
  }
  const length = Math.sqrt(dot(gradient, gradient));
  if (!(length > 0 && length < Infinity)) {
    throw new InputError(text.noDirection({ length: String(length) }));
  }
  const uphill = gradient.map((g) => g / length);
  const random = createRandom(directions.seed);
  const drawn = gradient.map(() => normal(random));
  return { base: params.slice(), axes: [uphill, orthonormal(drawn, uphill)], center: [0, 0] };
}

/** Writes the parameters at these coordinates into `params`. */
export function parametersAt(
  { base, axes: [e1, e2] }: Plane,
  [x, y]: Coordinates,
  params: Float64Array,
): void {
  for (let k = 0; k < base.length; k++) params[k] = base[k]! + x * e1[k]! + y * e2[k]!;
}

/** The projection of a parameter vector onto the plane, and its Euclidean distance from the plane. */
export function project(
  { base, axes: [e1, e2] }: Plane,
  params: Float64Array,
): { readonly coordinates: Coordinates; readonly distance: number } {
  const d = params.map((w, k) => w - base[k]!);
  const [x, y] = [dot(d, e1), dot(d, e2)];
  const rest = d.map((dk, k) => dk - x * e1[k]! - y * e2[k]!);
  return { coordinates: [x, y], distance: Math.sqrt(dot(rest, rest)) };
}

function unit(size: number, index: number): Float64Array {
  const e = new Float64Array(size);
  e[index] = 1;
  return e;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** The part of v that is orthogonal to the unit vector e, scaled to length 1. The second pass removes rounding error. */
function orthonormal(v: Float64Array, e: Float64Array): Float64Array {
  let rest = v;
  for (let i = 0; i < 2; i++) {
    const along = dot(rest, e);
    rest = rest.map((r, k) => r - along * e[k]!);
  }
  const length = Math.sqrt(dot(rest, rest));
  return rest.map((r) => r / length);
}
