/**
 * The paths from a parameter to the loss: each goes through one neuron of every later layer, and its product of local
 * factors is one term of the chain rule written out. Together they add up to the gradient of the sample.
 */
import { type Network, indicesOf } from "../nn/network.ts";

/** The units of the later hidden layers that each path goes through, from the parameter's own layer on. */
export function pathsOf(network: Network, name: string): number[][] {
  const [l] = indicesOf(name);
  const later = network.layers.slice(l, -1);
  return later.reduce<number[][]>(
    (paths, { fanOut }) =>
      paths.flatMap((path) => Array.from({ length: fanOut }, (_, j) => [...path, j + 1])),
    [[]],
  );
}
