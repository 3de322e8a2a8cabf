/** The definitions that an exercise states: forward pass, loss, error signal, and update. `typeset` writes TeX as HTML. */
import { definitionText as text } from "#text/definitions";
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type Activation, activationOf } from "../nn/activations.ts";
import { type Feature, features } from "../nn/features/index.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { refsOf } from "../quantities/head.ts";
import { writingOf } from "../quantities/heads/index.ts";
import { pointsOfGradient } from "../quantities/parts.ts";
import type { Run } from "../quantities/run.ts";

/** TeX as HTML. */
export type Typeset = (tex: string) => string;

/** The forward pass in TeX. */
interface ForwardDefinitions {
  /** What the inputs are where they aren't x₁, x₂, … as they come. */
  readonly features: readonly string[];
  /** The sums z of the first layer and of the others. */
  readonly sums: readonly string[];
  /** The activations, layer by layer, and the outputs. */
  readonly activations: readonly string[];
}

/** The definitions of the forward pass, in the order in which they are needed. */
export function forwardTex({ network }: Run): ForwardDefinitions {
  const { layers, head } = network;
  const inputs = network.features.map((name): Feature => features[name]);
  const isPlain = inputs.every(({ raw }, k) => raw === k + 1);
  const hidden = layers.slice(0, -1).map((layer, i) => {
    const { symbols }: Activation = activationOf(layer);
    return `a^{(${i + 1})}_j = ${symbols.replaceAll(LETTER_Z, `z^{(${i + 1})}_j`)}`;
  });
  return {
    features: isPlain ? [] : inputs.map(({ symbols }, k) => `\\phi_{${k + 1}} = ${symbols}`),
    sums: [
      `z^{(1)}_j = b^{(1)}_j + \\sum_k W^{(1)}_{jk} ${isPlain ? "x_k" : "\\phi_k"}`,
      ...(layers.length > 1 ? ["z^{(l)}_j = b^{(l)}_j + \\sum_k W^{(l)}_{jk} a^{(l-1)}_k"] : []),
    ],
    activations: [...hidden, outputTex(layers.length, head)],
  };
}

/** z in TeX, where it isn't part of a command. */
const LETTER_Z = /(?<![A-Za-z])z(?![A-Za-z])/g;

/** What turns z of the last layer into the outputs. */
function outputTex(last: number, { activation, targets }: Run["network"]["head"]): string {
  const z = (j: string): string => `z^{(${last})}_{${j}}`;
  if (activation === "softmax") return `p_j = \\frac{e^{${z("j")}}}{\\sum_i e^{${z("i")}}}`;
  const output = targets === "binary" ? "\\hat y" : targets === "values" ? "\\hat y_j" : "p_j";
  const { symbols } = activationOf({ activation });
  return `${output} = ${symbols.replaceAll(LETTER_Z, z(targets === "binary" ? "1" : "j"))}`;
}

/** The loss of a point as a textbook has it. */
export const lossTex = (run: Run, sample: number, t: number): string =>
  writingOf(run.network.head).textbookLoss(refsOf(run, { kind: "sample", s: sample }, t)).symbols;

/** The definition of δ. */
export const ERROR_TEX = "\\delta^{(l)}_j = \\frac{\\partial \\ell}{\\partial z^{(l)}_j}";

/** Whether something is asked that the update makes. */
export function asksUpdate({ ask, t }: { readonly ask: readonly QuantityId[]; readonly t: number }): boolean {
  return ask.some((id) => {
    const parts = idOf(id);
    return "t" in parts && parts.t > t;
  });
}

/** The optimizer's rule, or its name alone, what its gradient is of, and what it goes on from. */
export function updateHtml(run: Run, t: number, typeset: Typeset, isWithheld = false): string {
  const { optimizer, updates } = run.at(t);
  const { label, symbols, slots } = optimizerOf(optimizer.name);
  const penalties = activeRegularizers(run.regularization).map(({ regularizer }) => regularizer.symbols);
  const lowered = penalties.length === 0 ? "L" : "J";
  const rule = `: ${typeset(symbols)}, ${text.gradient} ${typeset(`g = \\frac{\\partial ${lowered}}{\\partial w}`)}`;
  return [
    `${text.update({ optimizer: label })}${isWithheld ? "" : rule}.`,
    ...(slots.length > 0 && updates === 0 ? [text.newState] : []),
    ...(symbols.includes("^t") ? [`${text.updateNumber} ${typeset(`t = ${updates + 1}`)}.`] : []),
    text.mean(pointsOfGradient(run, t)),
    ...(penalties.length === 0 ? [] : [`${text.objective}: ${typeset(`J = L + ${penalties.join(" + ")}`)}.`]),
  ].join(" ");
}
