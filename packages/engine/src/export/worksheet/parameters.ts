/** The given weights and biases. The unknown of an exercise is a question mark on the sheet, and its solution on the key. */
import { worksheetText as text } from "#text/worksheet";
import { statedNumber } from "../../exercises/digits.ts";
import { ids } from "../../ids/index.ts";
import type { ParameterName } from "../../nn/network.ts";
import { valueOf } from "../../quantities/index.ts";
import { numberHtml } from "../numberHtml.ts";
import type { Sheet } from "./sheet.ts";

/** The value of a parameter; undefined for the unknown. */
function givenValue({ variant: { exercise }, run, isKey }: Sheet, name: ParameterName): number | undefined {
  const id = ids.parameter.of(name, exercise.t);
  const isUnknown = exercise.style === "solve" && exercise.ask.includes(id);
  // The run of a solved exercise has the solution in it.
  return isUnknown && !isKey ? undefined : statedNumber(valueOf(run, id), exercise.digits);
}

/** A weight or a bias in HTML. */
export function parameterHtml(sheet: Sheet, name: ParameterName): string {
  const value = givenValue(sheet, name);
  return value === undefined ? text.unknown : numberHtml(value);
}

/** A weight or a bias in TeX. */
export function parameterTex(sheet: Sheet, name: ParameterName): string {
  const value = givenValue(sheet, name);
  return value === undefined ? text.unknown : String(value).replace(/e\+?(.*)/, "\\cdot 10^{$1}");
}
