/** The equation of a hinge of layer 1, with the numbers that the network has. */
import { features, format, type Network } from "@neural-viz/engine";
import { sumName } from "../../ui/quantity/names.ts";

/** "z₂ = 1.230·x₁ − 0.4500·x₂ + 0.2000 = 0". `unit` counts from 1. */
export function equationOf(network: Network, params: Float64Array, unit: number): string {
  const { weight, fanIn, bias } = network.layers[0]!;
  const signed = (value: number): string => `${value < 0 ? "−" : "+"} ${format(Math.abs(value))}`;
  const terms = network.features.map(
    (name, k) => `${signed(params[weight + (unit - 1) * fanIn + k]!)}·${features[name].plain}`,
  );
  const sum = [...terms, signed(params[bias + unit - 1]!)].join(" ");
  // The first term has its sign only if it's a minus.
  return `${sumName(network, 1, unit - 1)} = ${sum.replace(/^\+ /, "").replace(/^− /, "−")} = 0`;
}

/** The length of the weights into a neuron. */
export function lengthOf(network: Network, params: Float64Array, unit: number): number {
  const { weight, fanIn } = network.layers[0]!;
  return Math.hypot(...params.subarray(weight + (unit - 1) * fanIn, weight + unit * fanIn));
}
