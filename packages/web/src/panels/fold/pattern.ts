/** Which hidden neurons are on, which is what tells regions apart. */
import { featuresOf, type Network, type Region, trace } from "@neural-viz/engine";

type Pattern = Region["active"];

/** A pattern as text: "101 01", a digit per neuron and a word per layer. */
export function patternText(active: Pattern): string {
  return active.map((layer) => layer.map((on) => (on ? "1" : "0")).join("")).join(" ");
}

/** Which hidden neurons are on at a point. Those of an identity layer always are. */
export function patternAt(network: Network, params: Float64Array, x: ArrayLike<number>): Pattern {
  const { z } = trace(network, params, featuresOf(network.features, x));
  return network.layers
    .slice(0, -1)
    .map(({ activation }, i) => Array.from(z[i]!, (sum) => activation === "identity" || sum > 0));
}
