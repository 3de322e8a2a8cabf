/**
 * The paths from a parameter to the loss. Each goes through one neuron of every later layer, and the product of its local
 * factors is one term of the chain rule. All paths add up to the gradient of the sample.
 */
import { type Network, indicesOf } from "../nn/network.ts";

/** For each path, the units it goes through in the hidden layers after the parameter's layer, from 1. */
export function pathsOf(network: Network, name: string): number[][] {
  const [l] = indicesOf(name);
  const later = network.layers.slice(l, -1);
  return later.reduce<number[][]>(
    (paths, { fanOut }) =>
      paths.flatMap((path) => Array.from({ length: fanOut }, (_, j) => [...path, j + 1])),
    [[]],
  );
}
