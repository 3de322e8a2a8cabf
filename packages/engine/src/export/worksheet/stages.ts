/** The stages of an update, one after the other, with everything that is asked in them. */
import { worksheetText as text } from "#text/worksheet";
import { type ExerciseStage, exerciseStages } from "../../exercises/index.ts";
import { idOf } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { updateHtml } from "../definitions.ts";
import { lineWidth, numberLine } from "./line.ts";
import { papers } from "./options.ts";
import type { Sheet, ShownGroup } from "./sheet.ts";

/** Pixels of a millimeter on paper. */
const MM = 96 / 25.4;
const GAP = 16;
const MAX_COLUMNS = 4;
/** The share of the width that a sum has beside its activation. */
const LEFT = 0.63;
/** The most lines of a stage that is kept on one page. */
const KEPT_TOGETHER = 14;
/** So many rows stay together where a group begins and where it ends. */
const KEPT_ROWS = 2;

/** Every stage that is on the sheet, with its number. */
export function stagesHtml(sheet: Sheet): string {
  const present = exerciseStages.filter((stage) => sheet.groups.some((group) => group.stage === stage));
  return present.map((stage, i) => stageHtml(sheet, stage, i + 1)).join("");
}

function stageHtml(sheet: Sheet, stage: ExerciseStage, number: number): string {
  const groups = ordered(sheet.groups.filter((group) => group.stage === stage));
  const lines = groups.map((group) => groupHtml(sheet, group)).join("");
  const isShort = groups.reduce((sum, { ids }) => sum + ids.length, 0) <= KEPT_TOGETHER;
  const rule = stage === "update" ? ruleHtml(sheet) : "";
  return sectionHtml({ number, ...text.stages[stage] }, `${rule}${lines}`, isShort);
}

/** A numbered part of a sheet. */
export const sectionHtml = (
  { number, name, what }: { readonly number?: number; readonly name: string; readonly what: string },
  contents: string,
  isTogether: boolean,
): string =>
  `<section class="stage${isTogether ? " together" : ""}"><h2>${number === undefined ? "" : `<b>${number}</b> `}${name}${what === "" ? "" : ` <span>${what}</span>`}</h2>${contents}</section>`;

/**
 * The backward pass goes from the last layer to the first: the error signals of a layer, then its gradients. The update is
 * one list.
 */
function ordered(groups: readonly ShownGroup[]): readonly ShownGroup[] {
  const [first] = groups;
  if (first?.stage === "update") return [{ ...first, ids: groups.flatMap(({ ids }) => ids) }];
  if (first?.stage !== "backward") return groups;
  const rank = ({ layer = 0, what }: ShownGroup): number => 2 * layer + (what === "errors" ? 1 : 0);
  return groups.toSorted((a, b) => rank(b) - rank(a));
}

/** The optimizer's rule; its settings and state are among what is given. */
function ruleHtml({ options, run, variant, typeset }: Sheet): string {
  // A rule of several lines breaks between them only.
  const inPieces = (tex: string): string =>
    tex
      .split(/,\s*\\quad/)
      .map((piece) => `<span class="whole">${typeset(piece.trim())}</span>`)
      .join(", ");
  const isWithheld = options.formulas === "withheld";
  return `<p class="rule">${updateHtml(run, variant.exercise.t, inPieces, isWithheld)}</p>`;
}

function groupHtml(sheet: Sheet, { ids, isBlank }: ShownGroup): string {
  const sums = ids.filter((id) => idOf(id).kind === "z");
  const others = ids.filter((id) => idOf(id).kind !== "z");
  const line = (id: QuantityId): string => numberLine(sheet, id, isBlank);
  const widest = (list: readonly QuantityId[]): number =>
    Math.max(0, ...list.map((id) => lineWidth(sheet, id)));
  const width = papers[sheet.options.paper ?? "a4"].width * MM;
  // A neuron's sum and what it makes of it stand side by side where both fit.
  if (
    sums.length > 0 &&
    sums.length === others.length &&
    widest(sums) <= width * LEFT &&
    widest(others) <= width * (1 - LEFT)
  ) {
    return gridHtml(
      "pair",
      sums.map((id, i) => `${line(id)}${line(others[i]!)}`),
    );
  }
  return [sums, others]
    .filter((list) => list.length > 0)
    .map((list) => {
      const fitting = Math.floor((width + GAP) / (widest(list) + GAP));
      const columns = Math.max(1, Math.min(MAX_COLUMNS, fitting, list.length));
      const rows = Array.from({ length: Math.ceil(list.length / columns) }, (_, row) =>
        list
          .slice(row * columns, (row + 1) * columns)
          .map(line)
          .join(""),
      );
      return gridHtml(`c${columns}`, rows);
    })
    .join("");
}

/**
 * Rows below each other. The first two and the last two are grids of their own, which stay on one page, so that no row is
 * alone: browsers obey `break-after: avoid` between grids, and not between the rows of one.
 */
function gridHtml(kind: string, rows: readonly string[]): string {
  const parts =
    rows.length <= 2 * KEPT_ROWS
      ? [rows]
      : [rows.slice(0, KEPT_ROWS), rows.slice(KEPT_ROWS, -KEPT_ROWS), rows.slice(-KEPT_ROWS)];
  return parts
    .map(
      (part) =>
        `<div class="g ${kind}${part.length <= 2 * KEPT_ROWS ? " together" : ""}">${part.join("")}</div>`,
    )
    .join("");
}
