/** What the strip shows: the running totals of one weighted sum, as pictures and at the selected point. */
import {
  idOf,
  largestFirst,
  NEARLY_CONSTANT,
  type Network,
  type Picture,
  type QuantityId,
  totals,
  totalsAt,
  type TotalsPictures,
} from "@neural-viz/engine";

/** The sum that is looked at: layer l from 1, unit j from 0. */
export interface Place {
  readonly l: number;
  readonly j: number;
}

/** One picture: a running total after one or more terms. */
interface Frame {
  /** The terms added in this frame, from 0; the first frame has b and those of nearly constant neurons. */
  readonly terms: readonly number[];
  readonly total: Float64Array;
  /** The running total at the selected point. */
  readonly value: number;
}

export interface StripData {
  readonly of: TotalsPictures;
  readonly frames: readonly Frame[];
  /** Neurons that are nearly constant over the picture. */
  readonly constant: readonly number[];
  /** The largest size of any total, for one scale of color. */
  readonly largest: number;
}

interface Choice {
  readonly picture: Picture;
  readonly size: number;
  readonly place: Place;
  readonly features: ArrayLike<number>;
  /** Whether the terms that vary most come first. */
  readonly sorted: boolean;
  /** Whether nearly constant neurons have frames of their own. */
  readonly opened: boolean;
}

/** The sum that the inspected quantity belongs to: a neuron's, or otherwise that of the output shown. */
export function placeOf(network: Network, inspected: QuantityId | undefined, output: number): Place {
  const last = network.layers.length;
  const id = inspected === undefined ? undefined : idOf(inspected);
  const isSum = id !== undefined && (id.kind === "z" || id.kind === "a");
  const known = isSum && id.l <= last && id.j <= network.layers[id.l - 1]!.fanOut;
  return known ? { l: id.l, j: id.j - 1 } : { l: last, j: output };
}

export function stripOf(network: Network, params: Float64Array, choice: Choice): StripData {
  const { picture, size, place, features, sorted, opened } = choice;
  const plain = totals(network, params, { picture, size, place });
  // Without hidden neurons the terms are the inputs: none of them is a part of the bias.
  const constant =
    place.l === 1 ? [] : [...plain.ranges.keys()].filter((k) => plain.ranges[k]! < NEARLY_CONSTANT);
  const joined = opened || constant.length === plain.ranges.length ? [] : constant;
  const wanted = sorted ? largestFirst(plain.terms) : plain.order;
  const order = [...joined, ...wanted.filter((k) => !joined.includes(k))];
  const of = order.every((k, i) => k === i)
    ? plain
    : totals(network, params, { picture, size, place, order });
  const values = totalsAt(network, params, features, place, order);
  const first = joined.length;
  const frames = of.frames.slice(first).map((total, i): Frame => ({
    terms: i === 0 ? joined : [order[first + i - 1]!],
    total,
    value: values[first + i]!,
  }));
  const largest = frames.reduce(
    (most, { total }) => total.reduce((m, value) => Math.max(m, Math.abs(value)), most),
    0,
  );
  return { of, frames, constant, largest };
}
