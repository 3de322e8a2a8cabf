/** A file of sheets or of their keys. It stands alone: its styles and fonts are in it, and it loads nothing. */
import { worksheetText as text } from "#text/worksheet";
import { shapeText } from "../../nn/network.ts";
import type { Run } from "../../quantities/run.ts";
import { asksUpdate } from "../definitions.ts";
import { escaped } from "../quiz/markup.ts";
import { codeOf } from "./code.ts";
import { drawingOf } from "./drawing.ts";
import { givenHtml, tablesHtml } from "./given.ts";
import { nameField } from "./line.ts";
import { type AnyVariant, isSolve, type WorksheetOptions } from "./options.ts";
import { orderedHtml } from "./ordered.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { solveHtml } from "./solve.ts";
import { stagesHtml } from "./stages.ts";
import { type Foot, stylesOf } from "./style.ts";

/** A file with a sheet for each variant, without an answer. */
export const worksheetSheets = (variants: readonly AnyVariant[], options: WorksheetOptions): string =>
  documentOf(variants, options, false);

/** A file with the key to each sheet. */
export const worksheetKey = (variants: readonly AnyVariant[], options: WorksheetOptions): string =>
  documentOf(variants, options, true);

function documentOf(variants: readonly AnyVariant[], options: WorksheetOptions, isKey: boolean): string {
  const { paper = "a4", typesetting } = options;
  const sheets = variants.map((variant, i) => sheetHtml(sheetOf(variant, options, isKey), i + 1));
  const feet = variants.map((variant) => footOf(variant, options, isKey));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${isKey ? text.documentKey : text.document}</title>
<style>
${typesetting.styles}
${stylesOf(paper, feet)}
</style>
${sheets.join("\n")}
</html>
`;
}

function footOf({ seed, exercise }: AnyVariant, { file }: WorksheetOptions, isKey: boolean): Foot {
  const code = codeOf(exercise);
  return {
    left: file === undefined ? text.made : `${text.made} · ${file}`,
    middle: seed === undefined ? "" : text.seed({ seed }),
    right: `${isKey ? text.codeOfKey({ code }) : text.code({ code })} · ${text.page}`,
  };
}

function sheetHtml(sheet: Sheet, number: number): string {
  const { html, hasWeights, isWide } = drawingOf(sheet);
  return `<article class="sheet" id="s${number}">
${headHtml(sheet)}
<div class="top${isWide ? " wide" : ""}">${html}<div class="given">${givenHtml(sheet)}</div></div>
${tablesHtml(sheet, hasWeights)}${bodyHtml(sheet)}
</article>`;
}

function headHtml({ variant, run, isKey }: Sheet): string {
  const { seed, exercise } = variant;
  const of = { style: exercise.style, isUpdate: exercise.style !== "solve" && asksUpdate(exercise) };
  const code = codeOf(exercise);
  const id = [
    ...(seed === undefined ? [] : [text.seed({ seed })]),
    isKey ? text.codeOfKey({ code }) : text.code({ code }),
  ];
  const field = isKey || exercise.style === "worked" ? "<span></span>" : nameField();
  const title = isKey ? text.keyTitle(of) : text.title(of);
  return `<header><h1>${title}</h1>${field}<p>${escaped(networkText(run))}</p><span class="id">${id.join(" · ")}</span></header>`;
}

/** The network in a line. */
function networkText({ network }: Run): string {
  const hidden = network.layers.slice(0, -1);
  return text.network({
    shape: shapeText(network),
    hidden: hidden.length,
    activations: [...new Set(hidden.map(({ activation }) => activation))],
  });
}

function bodyHtml(sheet: Sheet): string {
  const { variant } = sheet;
  if (isSolve(variant)) return solveHtml(sheet, variant);
  const { exercise, solution } = variant;
  return exercise.style === "ordered" ? orderedHtml(sheet, exercise, solution) : stagesHtml(sheet);
}
