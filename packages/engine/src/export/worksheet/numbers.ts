/** Numbers on paper: results at their digits, and lines of numbers as a calculator takes them. */
import { numbersOf, type Token } from "../../explain/numbers.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { valueOf } from "../../quantities/index.ts";
import type { Run } from "../../quantities/run.ts";
import type { Asking } from "../../exercises/index.ts";
import { writtenAs } from "../../exercises/substitution.ts";

/** A result with its digits, closing zeros too: 0.5930, 4.386 × 10<sup>−4</sup>. */
export function answerHtml(value: number, digits: number): string {
  const [mantissa, power] = answerParts(value, digits);
  return power === undefined ? mantissa : `${mantissa}×10<sup>${power}</sup>`;
}

/** A result in plain text, for a table: 0.5930, 4.386e-4. */
export function answerText(value: number, digits: number): string {
  const [mantissa, power] = answerParts(value, digits);
  return (power === undefined ? mantissa : `${mantissa}e${power}`).replaceAll("−", "-");
}

/** The digits of a result, and the power of ten where the number is small or large. */
function answerParts(value: number, digits: number): readonly [string, string?] {
  const size = Math.abs(value);
  const rounded = value.toPrecision(digits);
  if (size === 0) return ["0"];
  if (size >= 1e-3 && !rounded.includes("e")) return [rounded.replace("-", "−")];
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  return [mantissa!.replace("-", "−"), power!.replace("+", "").replace("-", "−")];
}

/** The line of a quantity with its numbers put in, without its result; undefined where there's nothing to compute. */
export function stepTokens(
  run: Run,
  asking: Asking,
  quantity: QuantityId,
  digits: number,
): readonly Token[] | undefined {
  const expression = writtenAs(run, asking, quantity);
  if (!Array.isArray(expression)) return undefined;
  const valueAt = (id: string): number => valueOf(run, id);
  const { tokens } = numbersOf(expression, valueOf(run, quantity), valueAt, digits);
  return tokens.slice(0, -2);
}

/** A piece of a calculator's line in HTML, with real signs and raised powers. */
export const lineHtml = (line: string): string =>
  line
    .replaceAll(/(\d)e(-?\d+)/g, "$1·10<sup>$2</sup>")
    .replaceAll(/\^(\d+)/g, "<sup>$1</sup>")
    .replaceAll("*", "·")
    .replaceAll("-", "−")
    .replaceAll("sqrt(", "√(");
