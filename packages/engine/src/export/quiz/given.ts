/** The given numbers of a question as an HTML table: exactly those that the answers were computed from. */
import { quizText as text } from "#text/quiz";
import { idOf, ids } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { statedNumber, toDigits } from "../../exercises/digits.ts";
import { pointsOf, statedFor } from "../../exercises/stated.ts";
import type { Variant } from "../../exercises/index.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { valueOf } from "../../quantities/index.ts";
import { outputsOf, targetOf } from "../../quantities/parts.ts";
import { mathml } from "../mathml.ts";

/** A number in HTML, with a real minus: −0.5, 1 · 10<sup>−8</sup>. */
export const numberHtml = (value: number): string =>
  String(value)
    .replaceAll("-", "−")
    .replace(/e\+?(.*)/, " · 10<sup>$1</sup>");

/** A row for each neuron, each point, the settings, the optimizer's state, and the results that are given. */
export function givenTable(
  { exercise, solution: { run } }: Variant,
  symbolOf: (id: QuantityId) => string,
): string {
  const { t, sample, digits, ask, given } = exercise;
  const stated = statedFor(run, [...ask, ...given], t);
  const ofKind = (kind: string) => stated.filter((id) => idOf(id).kind === kind);
  const cell = (id: QuantityId, value: number): string =>
    `<td>${mathml(`${symbolOf(id)} =`)} ${numberHtml(value)}</td>`;
  const row = (title: string, list: readonly QuantityId[]): string[] =>
    list.length === 0
      ? []
      : [
          `<tr><th scope="row">${title}</th>${list.map((id) => cell(id, statedNumber(valueOf(run, id), digits))).join("")}</tr>`,
        ];
  const neurons = run.network.layers.flatMap(({ fanIn, fanOut }, i) =>
    Array.from({ length: fanOut }, (_, k) => {
      const [l, j] = [i + 1, k + 1];
      const weights = Array.from({ length: fanIn }, (_unused, from) => weightName(l, j, from + 1));
      return row(
        text.parameters({ l, j }),
        [...weights, biasName(l, j)].map((name) => ids.parameter.of(name, t)),
      );
    }).flat(),
  );
  const points = [...new Set([sample, ...pointsOf(stated)])].flatMap((s) =>
    row(text.point({ s }), [
      ...run.samples.inputs.map((_, k) => ids.x.of(k + 1, s)),
      ...outputsOf(run).map((j) => targetOf(run, j, { kind: "sample", s })),
    ]),
  );
  const results = given.map((id) => cell(id, toDigits(valueOf(run, id), digits)));
  const rows = [
    ...neurons,
    ...points,
    ...row(text.settings, ofKind("hyper")),
    ...row(text.state, ofKind("optimizerState")),
    ...(results.length === 0 ? [] : [`<tr><th scope="row">${text.results}</th>${results.join("")}</tr>`]),
  ];
  return `<table>${rows.join("")}</table>`;
}
