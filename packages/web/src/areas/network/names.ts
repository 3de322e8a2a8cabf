/** The names of neurons and weights: in TeX, in plain text and in words. */
import { biasName, type Id, type Network, plainOf, symbolOf, weightName } from "@neural-viz/engine";
import { messages } from "#text/network";

interface Symbol {
  readonly tex: string;
  readonly plain: string;
}

const symbol = (id: Id): Symbol => ({ tex: symbolOf(id), plain: plainOf(id) });

/** Any t will do: symbols don't show it. */
const t = 0;

/** The output of a unit: x, a or ŷ. `layer` 0 is the input; `unit` counts from 0. */
export function unitSymbol(network: Network, layer: number, unit: number): Symbol {
  const point = { kind: "probe", x: [0, 0] } as const; // without the sample's number
  if (layer === 0) return symbol({ kind: "x", point, k: unit + 1 });
  if (layer === network.layers.length) return symbol({ kind: "p", point, j: undefined, t });
  return symbol({ kind: "a", l: layer, j: unit + 1, point, t });
}

export function biasSymbol(layer: number, unit: number): Symbol {
  return symbol({ kind: "parameter", name: biasName(layer, unit + 1), t });
}

/** W into unit j of layer l from unit k of the layer before. All but l count from 0. */
export function weightSymbol(layer: number, to: number, from: number): Symbol {
  return symbol({ kind: "parameter", name: weightName(layer, to + 1, from + 1), t });
}

/** "Hidden layer 1, neuron 2 of 4". */
export function unitWords(network: Network, layer: number, unit: number): string {
  if (layer === 0) return messages.input(unit + 1);
  if (layer === network.layers.length) return messages.output;
  return messages.neuron(layer, unit + 1, network.layers[layer - 1]!.fanOut);
}
