/** Subscripts, superscripts, and the symbols of parameters: W⁽ˡ⁾ⱼₖ leads to neuron j of layer l from neuron k. */

export const subscript = (digits: number | string): string =>
  String(digits).replaceAll(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]!);

export const superscript = (digits: number | string): string =>
  `⁽${String(digits).replaceAll(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]!)}⁾`;

/** W.1.2.1 as TeX. */
export function parameterTex(name: string): string {
  const [kind, l, ...indices] = name.split(".");
  return `${kind}^{(${l})}_{${indices.join("")}}`;
}

/** W.1.2.1 as W⁽¹⁾₂₁. */
export function parameterPlain(name: string): string {
  const [kind = "", l = "", ...indices] = name.split(".");
  return `${kind}${superscript(l)}${subscript(indices.join(""))}`;
}

/** A letter with a neuron's layer and number in plain text: z⁽¹⁾₂. */
export const unitPlain = (letter: string, l: number, j: number): string =>
  `${letter}${superscript(l)}${subscript(j)}`;

/** A number in TeX. */
export function numberTex(value: number): string {
  return String(value).replace(/e(-?)\+?(\d+)$/, " \\times 10^{$1$2}");
}
