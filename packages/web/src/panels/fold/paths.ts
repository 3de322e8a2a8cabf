/** The paths from an input to an output in one region, along which the collapsed weight adds up. */
import { activationOf, features, type Network } from "@neural-viz/engine";

/** A way through one neuron of every hidden layer. */
export interface Path {
  /** The neuron of each hidden layer, from 0. */
  readonly units: readonly number[];
  /** The product of its weights and of the slopes of its neurons. */
  readonly value: number;
}

/** The paths from an input to an output, the largest first. */
export interface Paths {
  /** Those on which no factor is 0. */
  readonly open: readonly Path[];
  /** How many there are in all. */
  readonly all: number;
}

/** The paths from raw input k to output j, both from 0, where the hidden neurons have these activations. */
export function pathsOf(
  network: Network,
  params: Float64Array,
  a: readonly ArrayLike<number>[],
  k: number,
  j: number,
): Paths {
  const hidden = network.layers.slice(0, -1);
  const raw = network.features.findIndex((name) => features[name].raw === k + 1);
  if (raw === -1) return { open: [], all: 0 };
  const weight = (l: number, to: number, from: number): number => {
    const { weight: start, fanIn } = network.layers[l]!;
    return params[start + to * fanIn + from]!;
  };
  // From the output back, as the collapsed weight is defined.
  let ends: { readonly units: readonly number[]; readonly at: number; readonly value: number }[] = [
    { units: [], at: j, value: 1 },
  ];
  for (let l = hidden.length; l > 0; l--) {
    const { slope } = activationOf(hidden[l - 1]!);
    ends = ends.flatMap(({ units, at, value }) =>
      Array.from(a[l - 1]!, (activation, i) => ({
        units: [i, ...units],
        at: i,
        value: value * weight(l, at, i) * slope(activation),
      })).filter((path) => path.value !== 0),
    );
  }
  const open = ends
    .map(({ units, at, value }) => ({ units, value: value * weight(0, at, raw) }))
    .filter(({ value }) => value !== 0)
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value));
  return { open, all: hidden.reduce((count, { fanOut }) => count * fanOut, 1) };
}
