/** The definitions that a question states, as an HTML list. */
import { definitionText as text } from "#text/definitions";
import type { Variant } from "../../exercises/index.ts";
import { asksUpdate, ERROR_TEX, forwardTex, lossTex, updateHtml } from "../definitions.ts";
import { mathml } from "../mathml.ts";

/** Forward pass, loss, error signal and, where it's asked for, the update. */
export function formulasHtml({ exercise, solution: { run } }: Variant): string {
  const { t, sample } = exercise;
  const { features, sums, activations } = forwardTex(run);
  const items = [
    `${text.forward}: ${[...features, ...sums, ...activations].map(mathml).join(", ")}`,
    `${text.loss}: ${mathml(lossTex(run, sample, t))}`,
    `${text.error}: ${mathml(ERROR_TEX)}`,
    ...(asksUpdate(exercise) ? [updateHtml(run, t, mathml)] : []),
  ];
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
