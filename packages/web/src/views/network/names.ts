/** What neurons and weights are called: as TeX, as plain text, and in words. */
import type { Network } from "@neural-viz/engine";
import { words } from "../../words/network.ts";

interface Symbol {
  readonly tex: string;
  readonly plain: string;
}

/** The output of a unit: x, a or ŷ. `layer` 0 is the input; `unit` counts from 0. */
export function unitSymbol(network: Network, layer: number, unit: number): Symbol {
  if (layer === 0) return { tex: `x_${unit + 1}`, plain: `x${subscript(unit + 1)}` };
  if (layer === network.layers.length) return { tex: "\\hat y", plain: "ŷ" };
  return { tex: `a^{(${layer})}_{${unit + 1}}`, plain: `a${superscript(layer)}${subscript(unit + 1)}` };
}

export function biasSymbol(layer: number, unit: number): Symbol {
  return { tex: `b^{(${layer})}_{${unit + 1}}`, plain: `b${superscript(layer)}${subscript(unit + 1)}` };
}

/** W into unit j of layer l from unit k of the layer before, all from 0 but l. */
export function weightSymbol(layer: number, to: number, from: number): Symbol {
  const indices = subscript(to + 1) + subscript(from + 1);
  return { tex: `W^{(${layer})}_{${to + 1}${from + 1}}`, plain: `W${superscript(layer)}${indices}` };
}

/** "Hidden layer 1, neuron 2 of 4". */
export function unitWords(network: Network, layer: number, unit: number): string {
  if (layer === 0) return words.input(unit + 1);
  if (layer === network.layers.length) return words.output;
  return words.neuron(layer, unit + 1, network.layers[layer - 1]!.fanOut);
}

function subscript(n: number): string {
  return [...String(n)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
}

function superscript(n: number): string {
  return `⁽${[...String(n)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}⁾`;
}
