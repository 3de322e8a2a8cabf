/**
 * The paths from a parameter to the loss. Each goes through one neuron of every later layer, and the product of its local
 * factors is one term of the chain rule. All paths add up to the gradient of the sample.
 */
import { type Network, indicesOf } from "../nn/network.ts";

/** The units of the later layers that each path goes through, from the parameter's own layer on; the last is the output, where there are several. */
export function pathsOf(network: Network, name: string): number[][] {
  const [l] = indicesOf(name);
  const { layers } = network;
  // Where there is one output, it goes without saying.
  const later = layers.at(-1)!.fanOut === 1 ? layers.slice(l, -1) : layers.slice(l);
  return later.reduce<number[][]>(
    (paths, { fanOut }) =>
      paths.flatMap((path) => Array.from({ length: fanOut }, (_, j) => [...path, j + 1])),
    [[]],
  );
}
