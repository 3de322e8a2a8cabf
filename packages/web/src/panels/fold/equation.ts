/** The equation of a hinge of layer 1, with the numbers that the network has. */
import { features, format, type Network } from "@neural-viz/engine";
import { sumName } from "../../ui/quantity/names.ts";

/** The terms of z: each weight with its input's symbols, and the bias. `unit` counts from 1. */
export function partsOf(network: Network, params: Float64Array, unit: number) {
  const { weight, fanIn, bias } = network.layers[0]!;
  const terms = network.features.map((name, k) => ({
    value: params[weight + (unit - 1) * fanIn + k]!,
    symbols: features[name].symbols,
    plain: features[name].plain,
  }));
  return { terms, constant: params[bias + unit - 1]! };
}

/** A number with its sign in front; the first of a sum has one only if it's a minus. */
export function signed(value: number, first: boolean): string {
  const size = format(Math.abs(value));
  if (first) return value < 0 ? `−${size}` : size;
  return `${value < 0 ? "−" : "+"} ${size}`;
}

/** "z₂ = 1.230·x₁ − 0.4500·x₂ + 0.2000 = 0". `unit` counts from 1. */
export function equationOf(network: Network, params: Float64Array, unit: number): string {
  const { terms, constant } = partsOf(network, params, unit);
  const sum = [
    ...terms.map(({ value, plain }, k) => `${signed(value, k === 0)}·${plain}`),
    signed(constant, false),
  ];
  return `${sumName(network, 1, unit - 1)} = ${sum.join(" ")} = 0`;
}

/** The length of the weights into a neuron. */
export function lengthOf(network: Network, params: Float64Array, unit: number): number {
  const { weight, fanIn } = network.layers[0]!;
  return Math.hypot(...params.subarray(weight + (unit - 1) * fanIn, weight + unit * fanIn));
}
