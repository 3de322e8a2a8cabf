/** A sheet with one unknown, and its key. */
import { worksheetText as text } from "#text/worksheet";
import type { SolveVariant } from "../../exercises/index.ts";
import type { QuantityId } from "../../ids/kind.ts";
import { numberHtml } from "../numberHtml.ts";
import { boxHtml } from "./line.ts";
import { answerHtml } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";
import { sectionHtml } from "./stages.ts";

/** The question, room to work, and a box for the unknown. */
export function solveHtml({ typeset, symbol, isKey }: Sheet, { exercise, solution }: SolveVariant): string {
  const { ask, given, digits } = exercise;
  const [[id, goal]] = Object.entries(given) as [[QuantityId, number]];
  const unknown = typeset(symbol(ask[0]!));
  const result = typeset(symbol(id));
  // A sheet can be printed without a solution.
  const value = isKey ? answerHtml(solution.value, digits) : "";
  const check = (): string =>
    text.solve.check({ unknown, value, result, reached: answerHtml(solution.reached, digits) });
  return [
    sectionHtml(
      { number: 1, name: text.solve.question, what: "" },
      `<p class="ask">${text.solve.ask({ unknown, result, goal: numberHtml(goal) })}</p>`,
      true,
    ),
    ...(isKey
      ? []
      : [sectionHtml({ number: 2, name: text.solve.room, what: "" }, `<div class="room"></div>`, true)]),
    sectionHtml(
      { number: isKey ? 2 : 3, name: text.solve.answer, what: "" },
      `<div class="q"><span class="f">${unknown}</span><span class="r">= ${boxHtml(value, digits)}</span></div>${isKey ? `<p>${check()}</p>` : ""}`,
      true,
    ),
  ].join("");
}
