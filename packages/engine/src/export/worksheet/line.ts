/** One number to compute: its formula, the line to put numbers in, and a box for the result. */
import { worksheetText as text } from "#text/worksheet";
import { idOf, plainOf } from "../../ids/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { lineHtml, stepTokens } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";
import { widthOf } from "./tex.ts";

/** The most numbers in a line that is left to fill in. */
const MAX_GAPS = 5;
/** A sheet that asks for more than this has no lines to fill in: its formulas and boxes take all its room. */
const MAX_ROOMY = 48;
/** The longest line of numbers of a key, in characters. */
const MAX_STEPS = 64;
/** The longest one of a worked sheet, where every line stands in full. */
const MAX_WORKED = 200;

/** The size of a letter of a formula in pixels, and what a sign and the room around a box take. */
const EM = 14;
const AROUND = 20;

/** A result is long if it has this many more characters than digits: a sign, a point, and ×10⁻⁴. */
const LONG = 6;

/** The width of a box for a result, in pixels. */
const boxWidth = (digits: number): number => 44 + 7 * digits;

/** About how wide a number's line is, in pixels. */
export function lineWidth({ formula, variant: { exercise } }: Sheet, id: QuantityId): number {
  return Math.ceil(widthOf(formulaOfLine(formula, id)) * EM) + boxWidth(exercise.digits) + AROUND;
}

/** A number's line; with `isBlank` its box is empty. */
export function numberLine(sheet: Sheet, id: QuantityId, isBlank: boolean): string {
  const { typeset, formula, result, variant } = sheet;
  const box = boxHtml(isBlank ? "" : result(id), variant.exercise.digits);
  const tex = formulaOfLine(formula, id);
  const sign = isNew(sheet, id) ? "←" : "=";
  return `<div class="q" data-id="${id}" role="group" aria-label="${plainOf(idOf(id))}"><span class="f">${typeset(tex)}</span>${substitution(sheet, id, isBlank)}<span class="r">${sign} ${box}</span></div>`;
}

/** A box for a result. A number with a sign and a power of ten is set smaller, so that it fits. */
export function boxHtml(contents: string, digits: number): string {
  const length = contents.replaceAll(/<[^>]*>/g, "").length;
  const kind = `${length === 0 ? "" : " full"}${length > digits + LONG ? " tight" : ""}`;
  return `<span class="box${kind}" style="width:${boxWidth(digits)}px">${contents}</span>`;
}

/** The formula of a number. What the update makes has its rule above all lines, so its symbol is enough. */
function formulaOfLine(formula: Sheet["formula"], id: QuantityId): string {
  const tex = formula(id);
  return idOf(id).kind === "parameter" ? tex.split(" = ")[0]! : tex;
}

/** Whether a number is the new value of something that has an old one. */
function isNew({ variant: { exercise } }: Sheet, quantity: QuantityId): boolean {
  const id = idOf(quantity);
  return id.kind === "parameter" && id.t > exercise.t;
}

/**
 * The numbers put in: gaps on a sheet, numbers on its key. Only a sum z has gaps. In other lines the signs and brackets
 * depend on the numbers, which would say something of them.
 */
function substitution(sheet: Sheet, id: QuantityId, isBlank: boolean): string {
  const { run, variant, options } = sheet;
  const { exercise } = variant;
  const tokens = stepTokens(run, exercise, id, exercise.digits);
  if (tokens === undefined) return "";
  const numbers = tokens.filter((token) => token.id !== undefined).length;
  const hasGaps =
    idOf(id).kind === "z" &&
    exercise.ask.length <= MAX_ROOMY &&
    numbers <= MAX_GAPS &&
    options.formulas !== "withheld";
  if (hasGaps) {
    const filled = tokens.map((token) =>
      token.id === undefined ? lineHtml(token.text) : `<u>${isBlank ? "" : lineHtml(token.text)}</u>`,
    );
    return `<span class="s">= ${filled.join("")}</span>`;
  }
  const line = tokens.map((token) => token.text).join("");
  const most = exercise.style === "worked" ? MAX_WORKED : MAX_STEPS;
  return isBlank || line.length > most ? "" : `<span class="s small">= ${lineHtml(line)}</span>`;
}

/** A blank to write a name on. */
export const nameField = (): string => `<div class="name">${text.name} <u></u></div>`;
