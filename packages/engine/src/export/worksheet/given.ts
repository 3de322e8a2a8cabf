/** What is given: data, definitions, settings, and where the drawing has no room for them, weights and biases. */
import { lossNames } from "#text/data";
import { worksheetText as text } from "#text/worksheet";
import { type Id, idOf, symbolOf } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { activationOf } from "../../nn/activations.ts";
import { optimizerOf } from "../../nn/optimizers/index.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { parameterTex } from "./parameters.ts";
import { ERROR_TEX, forwardTex, lossTex } from "../definitions.ts";
import { statedRows } from "../statedRows.ts";
import type { Sheet } from "./sheet.ts";

/** The block beside the drawing. */
export function givenHtml(sheet: Sheet): string {
  const { variant, options, typeset } = sheet;
  const { exercise } = variant;
  const { points, settings } = rowsOf(sheet);
  const isWithheld = options.formulas === "withheld";
  const definitions = isWithheld ? forwardTex(sheet.run).features : definitionsOf(sheet);
  return [
    `<h3>${text.given}</h3>`,
    ...(points.length === 1 ? [valuesHtml(sheet, points[0]!.ids)] : []),
    ...definitions.map((tex) => `<p>${typeset(tex)}</p>`),
    ...(isWithheld ? [`<p>${namesOf(sheet)}</p>`] : []),
    ...(settings.length === 0 ? [] : [valuesHtml(sheet, settings)]),
    ...(exercise.t === 0 ? [] : [`<p>${text.after({ t: exercise.t })}</p>`]),
    ...(exercise.style === "ordered" ? [] : [`<p>${text.digits(exercise)}</p>`]),
  ].join("");
}

/** What the formulas that aren't printed are called, so that there is one right answer. */
function namesOf({ run: { network } }: Sheet): string {
  const { activation, loss } = network.head;
  const output = activation === "softmax" ? activation : activationOf({ activation }).label;
  return text.names({ output, loss: lossNames[loss] });
}

/** The definitions that the sheet's own lines don't say. */
function definitionsOf({ run, variant: { exercise }, groups }: Sheet): string[] {
  const { features, sums, activations } = forwardTex(run);
  const shown = new Set(groups.flatMap(({ ids }) => ids.map((id) => idOf(id).kind)));
  const hasLines = exercise.style === "blanks" || exercise.style === "worked";
  const says = (kind: Id["kind"]): boolean => hasLines && shown.has(kind);
  const asksErrors = exercise.ask.some((id) => idOf(id).kind === "delta" || idOf(id).kind === "gradient");
  return [
    ...features,
    ...(says("z") ? [] : sums),
    ...activations,
    lossTex(run, exercise.sample, exercise.t).replaceAll(/\^\{\[\d+\]\}/g, ""),
    ...(asksErrors ? [ERROR_TEX] : []),
  ];
}

/** What is given below the drawing: several points, long lists of numbers. */
export function tablesHtml(sheet: Sheet, hasWeights: boolean): string {
  const { typeset, symbol, result, given } = sheet;
  const { points, state } = rowsOf(sheet);
  const results = given.map((id) => `<span>${typeset(`${symbol(id)} =`)} ${result(id)}</span>`);
  return [
    ...(points.length > 1 ? [pointsHtml(sheet, points)] : []),
    ...(hasWeights ? [] : [matricesHtml(sheet)]),
    ...(state.length === 0 ? [] : [stateHtml(sheet, state)]),
    ...(results.length === 0
      ? []
      : [`<div class="block"><h3>${text.results}</h3><p class="list">${results.join("")}</p></div>`]),
  ].join("");
}

/** What is stated. For an unknown it is what the result is computed from. */
const rowsOf = ({ variant: { exercise }, run, given }: Sheet) => {
  if (exercise.style !== "solve") return statedRows(exercise, run, given);
  return statedRows({ ...exercise, ask: [] }, run, Object.keys(exercise.given) as QuantityId[]);
};

/** Symbols with their numbers, one after the other. */
const valuesHtml = ({ typeset, symbol, stated }: Sheet, ids: readonly QuantityId[]): string =>
  `<p class="list">${ids.map((id) => `<span>${typeset(`${symbol(id)} =`)} ${stated(id)}</span>`).join("")}</p>`;

function pointsHtml({ typeset, stated }: Sheet, points: ReturnType<typeof statedRows>["points"]): string {
  const heads = points[0]!.ids.map(
    (id) => `<th>${typeset(symbolOf(idOf(id)).replaceAll(/\^\{\[\d+\]\}/g, ""))}</th>`,
  );
  const rows = points.map(
    ({ s, ids }) => `<tr><th scope="row">${s}</th>${ids.map((id) => `<td>${stated(id)}</td>`).join("")}</tr>`,
  );
  return `<div class="block"><h3>${text.points}</h3><table><tr><th>${text.point}</th>${heads.join("")}</tr>${rows.join("")}</table></div>`;
}

/** A weight matrix and a vector of biases for each layer. */
function matricesHtml(sheet: Sheet): string {
  const { run, typeset } = sheet;
  const matrix = (rows: readonly (readonly string[])[]): string =>
    `\\begin{bmatrix}${rows.map((row) => row.map((name) => parameterTex(sheet, name)).join("&")).join("\\\\")}\\end{bmatrix}`;
  const layers = run.network.layers.map(({ fanIn, fanOut }, i) => {
    const units = Array.from({ length: fanOut }, (_, j) => j + 1);
    const weights = units.map((j) => Array.from({ length: fanIn }, (_, k) => weightName(i + 1, j, k + 1)));
    const biases = units.map((j) => [biasName(i + 1, j)]);
    return `<span>${typeset(`W^{(${i + 1})} = ${matrix(weights)}`)} ${typeset(`b^{(${i + 1})} = ${matrix(biases)}`)}</span>`;
  });
  return `<div class="block long"><h3>${text.parameters}</h3><div class="matrices">${layers.join("")}</div></div>`;
}

/** A row for each parameter with the optimizer's state of it. */
function stateHtml({ run, variant, typeset, stated }: Sheet, state: readonly QuantityId[]): string {
  const { t } = variant.exercise;
  const { slots } = optimizerOf(run.at(t).optimizer.name);
  const byName = new Map<string, QuantityId[]>();
  for (const id of state) {
    const parts = idOf(id);
    if (parts.kind === "optimizerState") byName.set(parts.name, [...(byName.get(parts.name) ?? []), id]);
  }
  const rows = [...byName].map(([name, list]) => {
    const values = slots.flatMap((slot) => {
      const id = list.find((one) => {
        const parts = idOf(one);
        return parts.kind === "optimizerState" && parts.slot === slot;
      });
      return id === undefined
        ? []
        : [`${typeset(`${slot.length === 1 ? slot : `\\mathrm{${slot}}`} =`)} ${stated(id)}`];
    });
    const [l, j, k] = name.split(".").slice(1);
    const symbol = k === undefined ? `b^{(${l})}_{${j}}` : `W^{(${l})}_{${j}${k}}`;
    return `<span>${typeset(`${symbol}\\colon`)} ${values.join(", ")}</span>`;
  });
  return `<div class="block long"><h3>${text.state}</h3><p class="list wide">${rows.join("")}</p></div>`;
}
