/** The answers of all sheets in one table, for grading: a row for each sheet, a column for each quantity. */
import { worksheetText as text } from "#text/worksheet";
import { stemOf } from "../../ids/stem.ts";
import { codeOf } from "./code.ts";
import { answerText } from "./numbers.ts";
import { type AnyVariant, isSolve, type WorksheetOptions } from "./options.ts";
import { rightOrder } from "./ordered.ts";
import { sheetOf } from "./sheet.ts";

/** The table as comma-separated values. */
export function worksheetTable(variants: readonly AnyVariant[], options: WorksheetOptions): string {
  const rows = variants.map((variant) => [
    variant.seed === undefined ? "" : String(variant.seed),
    codeOf(variant.exercise),
    ...answersOf(variant, options).map(([, value]) => value),
  ]);
  const names = variants.length === 0 ? [] : answersOf(variants[0]!, options).map(([name]) => name);
  const { seed, sheet } = text.table;
  return [[seed, sheet, ...names], ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

/** What each answer is asked by, as in the exercise's file, and its value of a sheet. */
function answersOf(variant: AnyVariant, options: WorksheetOptions): (readonly [string, string])[] {
  if (isSolve(variant)) {
    const { exercise, solution } = variant;
    return [[stemOf(exercise.ask[0]!, exercise), answerText(solution.value, exercise.digits)]];
  }
  const { exercise, solution } = variant;
  if (exercise.style === "ordered") {
    return [[text.table.order, rightOrder(exercise, solution).join(" ")]];
  }
  const sheet = sheetOf(variant, options, false);
  const value = new Map(solution.answers.map((answer) => [answer.id, answer.value]));
  const asked = sheet.groups.filter(({ isBlank }) => isBlank).flatMap(({ ids }) => ids);
  return asked.map((id) => [stemOf(id, exercise), answerText(value.get(id)!, exercise.digits)]);
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
