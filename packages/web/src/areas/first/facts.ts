/** What the first minute says of the run on screen. Nothing is said that the engine hasn't found in it. */
import { innerSides, type Network, trace, usedUnits, type Batch, rowOf } from "@neural-viz/engine";

export interface Facts {
  /** Hidden neurons without which fewer points are correct. */
  readonly used: number;
  readonly neurons: number;
  /** Points of class 1, and of class 0. */
  readonly ones: number;
  readonly zeros: number;
  /** The fewest lines on whose inner side a point of class 1 is, and the most for class 0. */
  readonly leastOfOnes: number;
  readonly mostOfZeros: number;
  /** The point of class 0 with the largest z, from 0. */
  readonly nearest: number;
  /** Neurons, from 1, on whose outer side that point is. */
  readonly outside: readonly number[];
  /** On how many inner sides each point is. */
  readonly counts: readonly number[];
}

/** The facts of a network with one hidden layer and one sigmoid, over its training points. */
export function factsOf(network: Network, params: Float64Array, train: Batch): Facts {
  const { inner, counts } = innerSides(network, params, train)!;
  const labels = train.targets[0]!;
  const places = [...labels.keys()];
  const [ones, zeros] = [1, 0].map((label) => places.filter((s) => labels[s] === label));
  const zOf = (s: number): number => trace(network, params, rowOf(train.features, s)).z.at(-1)![0]!;
  const nearest = zeros!.reduce((best, s) => (zOf(s) > zOf(best) ? s : best), zeros![0]!);
  return {
    used: usedUnits(network, params, train).filter(({ used }) => used).length,
    neurons: inner.length,
    ones: ones!.length,
    zeros: zeros!.length,
    leastOfOnes: Math.min(...ones!.map((s) => counts[s]!)),
    mostOfZeros: Math.max(...zeros!.map((s) => counts[s]!)),
    nearest,
    outside: inner.flatMap((side, k) => (side[nearest] ? [] : [k + 1])),
    counts,
  };
}
