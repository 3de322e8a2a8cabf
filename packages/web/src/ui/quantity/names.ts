/** The names of neurons and weights: in TeX, in plain text and in words. */
import {
  biasName,
  type Feature,
  features,
  type Id,
  format,
  formatProbability,
  idOf,
  type Network,
  plainOf,
  symbolOf,
  weightName,
} from "@neural-viz/engine";
import { messages } from "#text/network";
import { outputId } from "../../store/inspector/quantities.ts";

export { outputId } from "../../store/inspector/quantities.ts";

interface Symbol {
  readonly tex: string;
  readonly plain: string;
}

const symbol = (id: Id): Symbol => ({ tex: symbolOf(id), plain: plainOf(id) });

/** Any t will do: symbols don't show it. */
const t = 0;

/** The input `unit` of a network, from 0. */
export function featureOf(network: Pick<Network, "features">, unit: number): Feature {
  return features[network.features[unit]!];
}

/** The output of a unit: x, a or ŷ. `layer` 0 is the input; `unit` counts from 0. */
export function unitSymbol(network: Network, layer: number, unit: number): Symbol {
  const point = { kind: "probe", x: [0, 0] } as const; // without the sample's number
  if (layer === 0) {
    const { symbols, plain } = featureOf(network, unit);
    return { tex: symbols, plain };
  }
  if (layer === network.layers.length) {
    const { tex, plain } = symbol(idOf(outputId(network, unit, point, t)));
    // One value needs no number.
    return network.layers.at(-1)!.fanOut === 1 ? { tex: "\\hat y", plain: "ŷ" } : { tex, plain };
  }
  return symbol({ kind: "a", l: layer, j: unit + 1, point, t });
}

/** z of a neuron, from 0; the only output's is just z. */
export function sumSymbol(network: Network, layer: number, unit: number): Symbol {
  const last = layer === network.layers.length;
  if (last && network.layers.at(-1)!.fanOut === 1) return { tex: "z", plain: "z" };
  return symbol({ kind: "z", l: layer, j: unit + 1, point: { kind: "probe", x: [0, 0] }, t });
}

/** z of a neuron in plain characters. */
export function sumName(network: Network, layer: number, unit: number): string {
  return sumSymbol(network, layer, unit).plain;
}

/** The output of a unit, with the digits that its kind needs. */
export function valueText({ layers, head }: Network, layer: number, value: number): string {
  return layer === layers.length && head.classifies ? formatProbability(value) : format(value);
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
  if (layer === 0) return messages.input(unit + 1, network.features.length);
  const { fanOut } = network.layers.at(-1)!;
  if (layer === network.layers.length) {
    return fanOut === 1 ? messages.output : messages.outputOf(unit + 1, fanOut);
  }
  return messages.neuron(layer, unit + 1, network.layers[layer - 1]!.fanOut);
}
