/**
 * The regions of a piecewise-linear network: where every ReLU stays on or off, the network is one affine map of its
 * inputs.
 *
 * A section of the inputs, along one axis or two, is cut layer by layer: z of a layer is affine on each piece of the
 * layers before, so a neuron's hinge (z = 0) splits a piece along a straight line. Nothing is merged, and no sliver is
 * dropped.
 *
 * The affine map of z of neuron j of layer l over the raw inputs has one value to the last bit, by one recursion:
 *
 *   w[l][j][k] = Σᵢ W[l][j][i] · (dᵢ · w[l−1][i][k])     i rising, from +0;   w[1][j][k] = W[1][j][k]
 *   b[l][j]    = b[l][j] + Σᵢ W[l][j][i] · (dᵢ · b[l−1][i])                   i rising, from the bias
 *
 * with dᵢ = f′ of neuron i of layer l − 1 there. It differs from the forward pass by rounding only.
 */
import { regions as text } from "#text/regions";
import { InputError } from "../math/errors.ts";
import { type ActivationName, activations } from "./activations.ts";
import { features, featuresOf } from "./features/index.ts";
import type { Layer, Network } from "./network.ts";
import { trace } from "./trace.ts";

/** A section through the inputs: all places base + Σ xₐ·eₐ with x within the intervals. */
export interface Section {
  /** The raw inputs; those along an axis don't count. */
  readonly base: readonly number[];
  /** One or two raw inputs, from 0, … */
  readonly axes: readonly number[];
  /** … and the interval along each. */
  readonly intervals: readonly (readonly [low: number, high: number])[];
}

/** z of every neuron of a layer as an affine function of the raw inputs. */
export interface AffineMap {
  /** One row per neuron, one entry per raw input. */
  readonly weight: readonly Float64Array[];
  /** One entry per neuron. */
  readonly bias: Float64Array;
}

/** A convex piece of the section in which the network is affine. */
export interface Region {
  /** Its corners along the axes, in order: counterclockwise in the plane, from low to high along a line. */
  readonly polygon: readonly (readonly number[])[];
  /** For each hidden layer, whether each neuron is on: whether its z is positive. A neuron of an identity layer always is. */
  readonly active: readonly (readonly boolean[])[];
  /** For each layer from the first, the map of its z. The last is the map of the outputs' z. */
  readonly maps: readonly AffineMap[];
}

/** A straight part of the set where z of a neuron is 0. */
export interface Hinge {
  /** From 1. */
  readonly layer: number;
  /** From 1. */
  readonly unit: number;
  /** Its ends along the axes. Along a line they are the same place. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The regions of a section, and the hinges between them. */
export interface Regions {
  readonly regions: readonly Region[];
  readonly hinges: readonly Hinge[];
}

/** Why a network has no such regions; undefined if it has. */
export function whyNoRegions({ features: chosen, layers }: Network): string | undefined {
  const curved = chosen.find((name) => features[name].raw === undefined);
  if (curved !== undefined) return text.curved({ feature: features[curved].plain }).text;
  const smooth = layers.slice(0, -1).find(({ activation }) => !isPiecewiseLinear(activation));
  if (smooth === undefined) return undefined;
  return text.smooth({ activation: activations[smooth.activation as ActivationName].label }).text;
}

function isPiecewiseLinear(activation: Layer["activation"]): boolean {
  return activation === "identity" || activations[activation as ActivationName].kinked;
}

/**
 * The regions of a network in a section of its inputs. @throws InputError if the network has none: it is smooth, or an
 * input of it isn't a raw one
 */
export function regionsOf(network: Network, params: Float64Array, section: Section): Regions {
  const why = whyNoRegions(network);
  if (why !== undefined) throw new InputError(text.none({ why }));
  const hinges: Hinge[] = [];
  let pieces: Piece[] = [{ polygon: cornersOf(section), active: [], maps: [] }];
  for (const [i, layer] of network.layers.entries()) {
    const hidden = i < network.layers.length - 1;
    const next: Piece[] = [];
    for (const piece of pieces) {
      const map = mapOf(network, params, layer, piece, section.base.length);
      if (hidden) next.push(...split(piece, map, { layer, number: i + 1 }, section, hinges));
      else next.push({ ...piece, maps: [...piece.maps, map] });
    }
    pieces = next;
  }
  return { regions: pieces, hinges };
}

/** The length or area of a region, along the axes of its section. */
export function sizeOf({ polygon }: Pick<Region, "polygon">): number {
  if (polygon[0]!.length === 1) return polygon[1]![0]! - polygon[0]![0]!;
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    return sum + x! * nextY! - nextX! * y!;
  }, 0);
  return twice / 2;
}

/** The most regions of one layer of n hinges: 1 + n along a line, 1 + n + n(n − 1)/2 in a plane (Zaslavsky 1975). */
export function mostRegions(n: number, axes: number): number {
  return 1 + n + (axes === 1 ? 0 : (n * (n - 1)) / 2);
}

/** The maps of every layer in the region of a place, given its raw inputs. */
export function mapsAt(network: Network, params: Float64Array, x: readonly number[]): readonly AffineMap[] {
  const { a } = trace(network, params, featuresOf(network.features, x));
  let piece: Piece = { polygon: [], active: [], maps: [] };
  network.layers.forEach((layer, i) => {
    const map = mapOf(network, params, layer, piece, x.length);
    const on = [...a[i]!].map((value) => value > 0);
    piece = { polygon: [], active: [...piece.active, on], maps: [...piece.maps, map] };
  });
  return piece.maps;
}

/** A piece with the maps and the pattern of the layers so far. */
type Piece = Region;

/** The corners of the whole section. */
function cornersOf({ intervals }: Section): readonly (readonly number[])[] {
  const [[left, right], up] = [intervals[0]!, intervals[1]];
  if (up === undefined) return [[left], [right]];
  const [bottom, top] = up;
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

/** The map of a layer's z on a piece on which the map of the layer before and the pattern there are known. */
function mapOf(
  network: Network,
  params: Float64Array,
  { weight: w, bias: b, fanIn, fanOut }: Layer,
  { active, maps }: Piece,
  inputs: number,
): AffineMap {
  const before = maps.at(-1);
  if (before === undefined) {
    const weight = Array.from({ length: fanOut }, (_, j) => {
      const row = new Float64Array(inputs);
      network.features.forEach((name, k) => {
        row[features[name].raw! - 1] = params[w + j * fanIn + k]!;
      });
      return row;
    });
    return { weight, bias: params.slice(b, b + fanOut) };
  }
  const slopes = active.at(-1)!.map(slopeIn(network.layers[maps.length - 1]!));
  // dᵢ times the map before is the same for every neuron.
  const passed = before.weight.map((row, i) => row.map((value) => slopes[i]! * value));
  const passedBias = before.bias.map((value, i) => slopes[i]! * value);
  const bias = new Float64Array(fanOut);
  const weight = Array.from({ length: fanOut }, (_, j) => {
    const row = new Float64Array(inputs);
    let sum = params[b + j]!;
    for (let i = 0; i < fanIn; i++) {
      const wji = params[w + j * fanIn + i]!;
      const from = passed[i]!;
      for (let k = 0; k < inputs; k++) row[k] = row[k]! + wji * from[k]!;
      sum += wji * passedBias[i]!;
    }
    bias[j] = sum;
    return row;
  });
  return { weight, bias };
}

/** f′ of a neuron that is on or off. */
function slopeIn({ activation }: Layer): (on: boolean) => number {
  const { slope } = activations[activation as ActivationName];
  return (on) => slope(on ? 1 : 0);
}

/** The parts of a piece in which no neuron of a layer changes its sign. */
function split(
  { polygon, active, maps }: Piece,
  map: AffineMap,
  { layer, number }: { readonly layer: Layer; readonly number: number },
  section: Section,
  hinges: Hinge[],
): Piece[] {
  const always = layer.activation === "identity";
  let parts: { readonly polygon: Piece["polygon"]; readonly on: readonly boolean[] }[] = [
    { polygon, on: [] },
  ];
  for (let j = 0; j < layer.fanOut; j++) {
    if (always) {
      parts = parts.map((part) => ({ ...part, on: [...part.on, true] }));
      continue;
    }
    const next: typeof parts = [];
    for (const part of parts) {
      const values = part.polygon.map((corner) => valueAt(map, j, corner, section));
      const above = values.some((value) => value > 0);
      if (!above || !values.some((value) => value < 0)) {
        next.push({ polygon: part.polygon, on: [...part.on, above] });
        continue;
      }
      const { positive, negative, crossings } = cut(part.polygon, values);
      next.push(
        { polygon: positive, on: [...part.on, true] },
        { polygon: negative, on: [...part.on, false] },
      );
      hinges.push({ layer: number, unit: j + 1, from: crossings[0]!, to: crossings.at(-1)! });
    }
    parts = next;
  }
  return parts.map(({ polygon: shape, on }) => ({
    polygon: shape,
    active: [...active, on],
    maps: [...maps, map],
  }));
}

/** z of a neuron at a place of the section. */
function valueAt(
  { weight, bias }: AffineMap,
  j: number,
  corner: readonly number[],
  { base, axes }: Section,
): number {
  const row = weight[j]!;
  let sum = bias[j]!;
  for (let k = 0; k < base.length; k++) {
    const axis = axes.indexOf(k);
    sum += row[k]! * (axis === -1 ? base[k]! : corner[axis]!);
  }
  return sum;
}

/** The two parts of a convex polygon on which an affine function has one sign; its values at the corners are given. */
function cut(polygon: Piece["polygon"], values: readonly number[]) {
  const positive: (readonly number[])[] = [];
  const negative: (readonly number[])[] = [];
  const crossings: (readonly number[])[] = [];
  const line = polygon[0]!.length === 1;
  polygon.forEach((corner, i) => {
    const value = values[i]!;
    if (value >= 0) positive.push(corner);
    if (value <= 0) negative.push(corner);
    if (value === 0) crossings.push(corner);
    const after = (i + 1) % polygon.length;
    if (line && after === 0) return;
    const next = values[after]!;
    if ((value > 0 && next < 0) || (value < 0 && next > 0)) {
      const share = value / (value - next);
      const crossing = corner.map((x, axis) => x + share * (polygon[after]![axis]! - x));
      positive.push(crossing);
      negative.push(crossing);
      crossings.push(crossing);
    }
  });
  return { positive, negative, crossings };
}
