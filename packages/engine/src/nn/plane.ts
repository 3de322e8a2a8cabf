/**
 * A plane through the space of all parameters: two directions of N.
 *
 *   w(x, y) = base + x·e₁ + y·e₂        e₁ ⊥ e₂,  ‖e₁‖ = ‖e₂‖ = 1
 *
 * Along two parameters, x and y are their values. Along the gradient and a random direction, they are distances from
 * the present parameters, x uphill.
 */
import { network as text } from "#text/network";
import { createRandom, normal } from "../math/random.ts";
import { InputError } from "../math/errors.ts";
import { type Network, parameterAt } from "./network.ts";

/** What spans the plane. */
export type Directions =
  | { readonly kind: "parameters"; readonly names: readonly [across: string, up: string] }
  /** The gradient's direction, and one drawn at random that is orthogonal to it. */
  | { readonly kind: "gradient"; readonly seed: number };

/** x and y of a place in the plane. */
export type Coordinates = readonly [x: number, y: number];

/** A plane through the parameters: its center and two directions. */
export interface Plane {
  /** The parameters at x = 0, y = 0. */
  readonly base: Float64Array;
  /** Orthonormal, each as long as the parameters. */
  readonly axes: readonly [Float64Array, Float64Array];
  /** Where the present parameters are. */
  readonly center: Coordinates;
}

/** The plane through these parameters. @throws InputError with one sentence where there is none. */
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

/** Writes the parameters at a place of the plane into `params`. */
export function parametersAt(
  { base, axes: [e1, e2] }: Plane,
  [x, y]: Coordinates,
  params: Float64Array,
): void {
  for (let k = 0; k < base.length; k++) params[k] = base[k]! + x * e1[k]! + y * e2[k]!;
}

/** The foot of the perpendicular from any parameters onto the plane, and how long it is. */
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

/** What of v is orthogonal to the unit vector e, with length 1. Twice, as once leaves rounding behind. */
function orthonormal(v: Float64Array, e: Float64Array): Float64Array {
  let rest = v;
  for (let i = 0; i < 2; i++) {
    const along = dot(rest, e);
    rest = rest.map((r, k) => r - along * e[k]!);
  }
  const length = Math.sqrt(dot(rest, rest));
  return rest.map((r) => r / length);
}
