/** The given numbers of a question as an HTML table: exactly those that the answers were computed from. */
import { quizText as text } from "#text/quiz";
import type { QuantityId } from "../../ids/kind.ts";
import { statedNumber, toDigits } from "../../exercises/digits.ts";
import type { Variant } from "../../exercises/index.ts";
import { valueOf } from "../../quantities/index.ts";
import { mathml } from "../mathml.ts";
import { numberHtml } from "../numberHtml.ts";
import { statedRows } from "../statedRows.ts";

/** A row for each neuron, each point, the settings, the optimizer's state, and the results that are given. */
export function givenTable(
  { exercise, solution: { run } }: Variant,
  symbolOf: (id: QuantityId) => string,
): string {
  const { digits, given } = exercise;
  const { neurons, points, settings, state } = statedRows(exercise, run, given);
  const row = (title: string, list: readonly QuantityId[], printed: (value: number) => number): string => {
    const cells = list.map(
      (id) => `<td>${mathml(`${symbolOf(id)} =`)} ${numberHtml(printed(valueOf(run, id)))}</td>`,
    );
    return list.length === 0 ? "" : `<tr><th scope="row">${title}</th>${cells.join("")}</tr>`;
  };
  const stated = (value: number): number => statedNumber(value, digits);
  const rows = [
    ...neurons.map((neuron) => row(text.parameters(neuron), neuron.ids, stated)),
    ...points.map((point) => row(text.point(point), point.ids, stated)),
    row(text.settings, settings, stated),
    row(text.state, state, stated),
    row(text.results, given, (value) => toDigits(value, digits)),
  ];
  return `<table>${rows.join("")}</table>`;
}
