/** The definitions that a question states: forward pass, loss, error signal, and update. */
import { quizText as text } from "#text/quiz";
import { idOf } from "../../ids/index.ts";
import type { NumbersExercise, Variant } from "../../exercises/index.ts";
import { type Activation, activationOf } from "../../nn/activations.ts";
import { type Feature, features } from "../../nn/features/index.ts";
import { optimizerOf } from "../../nn/optimizers/index.ts";
import { activeRegularizers } from "../../nn/regularizers/index.ts";
import { refsOf } from "../../quantities/head.ts";
import { writingOf } from "../../quantities/heads/index.ts";
import { pointsOfGradient } from "../../quantities/parts.ts";
import type { Run } from "../../quantities/run.ts";
import { mathml } from "../mathml.ts";

/** The definitions as HTML list items. */
export function formulasHtml({ exercise, solution: { run } }: Variant): string {
  const { t, sample } = exercise;
  const { symbols: loss } = writingOf(run.network.head).textbookLoss(
    refsOf(run, { kind: "sample", s: sample }, t),
  );
  const items = [
    `${text.forward}: ${forwardTex(run).map(mathml).join(", ")}`,
    `${text.loss}: ${mathml(loss)}`,
    `${text.error}: ${mathml("\\delta^{(l)}_j = \\frac{\\partial \\ell}{\\partial z^{(l)}_j}")}`,
    ...(asksUpdate(exercise) ? [updateHtml(run, t)] : []),
  ];
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/** What the inputs are where they aren't x₁, x₂, … as they come; then sums, activations layer by layer, and outputs. */
function forwardTex({ network }: Run): string[] {
  const { layers, head } = network;
  const inputs = network.features.map((name): Feature => features[name]);
  const isPlain = inputs.every(({ raw }, k) => raw === k + 1);
  const hidden = layers.slice(0, -1).map((layer, i) => {
    const { symbols }: Activation = activationOf(layer);
    return `a^{(${i + 1})}_j = ${symbols.replaceAll(LETTER_Z, `z^{(${i + 1})}_j`)}`;
  });
  return [
    ...(isPlain ? [] : inputs.map(({ symbols }, k) => `\\phi_{${k + 1}} = ${symbols}`)),
    `z^{(1)}_j = b^{(1)}_j + \\sum_k W^{(1)}_{jk} ${isPlain ? "x_k" : "\\phi_k"}`,
    ...(layers.length > 1 ? ["z^{(l)}_j = b^{(l)}_j + \\sum_k W^{(l)}_{jk} a^{(l-1)}_k"] : []),
    ...hidden,
    outputTex(layers.length, head),
  ];
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

/** Whether something is asked that the update makes. */
function asksUpdate({ ask, t }: NumbersExercise): boolean {
  return ask.some((id) => {
    const parts = idOf(id);
    return "t" in parts && parts.t > t;
  });
}

function updateHtml(run: Run, t: number): string {
  const { optimizer, updates } = run.at(t);
  const { label, symbols, slots } = optimizerOf(optimizer.name);
  const penalties = activeRegularizers(run.regularization).map(({ regularizer }) => regularizer.symbols);
  const lowered = penalties.length === 0 ? "L" : "J";
  return [
    `${text.update({ optimizer: label })}: ${mathml(symbols)}, ${text.gradient} ${mathml(`g = \\frac{\\partial ${lowered}}{\\partial w}`)}.`,
    ...(slots.length > 0 && updates === 0 ? [text.newState] : []),
    ...(symbols.includes("^t") ? [`${text.updateNumber} ${mathml(`t = ${updates + 1}`)}.`] : []),
    text.mean(pointsOfGradient(run, t)),
    ...(penalties.length === 0 ? [] : [`${text.objective}: ${mathml(`J = L + ${penalties.join(" + ")}`)}.`]),
  ].join(" ");
}
