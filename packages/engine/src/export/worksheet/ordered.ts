/** A sheet of lines to put in order, and its key. */
import { worksheetText as text } from "#text/worksheet";
import {
  type NumbersExercise,
  type OrderedLine,
  orderedLines,
  type Solution,
} from "../../exercises/index.ts";
import { escaped } from "../quiz/markup.ts";
import type { Sheet } from "./sheet.ts";
import { sectionHtml } from "./stages.ts";
import { widthOf } from "./tex.ts";

/** A line's letter: A to Z, then AA, AB, … */
const letterOf = (i: number): string =>
  `${i < 26 ? "" : letterOf(Math.floor(i / 26) - 1)}${String.fromCodePoint(65 + (i % 26))}`;

/** The letters of the right lines in the order in which they are asked for. */
export function rightOrder(exercise: NumbersExercise, solution: Solution): string[] {
  const lines = orderedLines(exercise, solution);
  return exercise.ask.map((id) =>
    letterOf(lines.findIndex((line) => line.id === id && line.mistake === undefined)),
  );
}

/** The width in em up to which two lines stand side by side. */
const HALF = 17;

/** The lines with their letters, and a box for each letter of the order. */
export function orderedHtml(sheet: Sheet, exercise: NumbersExercise, solution: Solution): string {
  const { typeset, isKey } = sheet;
  const lines = orderedLines(exercise, solution);
  const columns = Math.max(...lines.map(({ tex }) => widthOf(tex))) < HALF ? 2 : 1;
  const items = lines.map(
    ({ tex }, i) => `<div class="o"><b>${letterOf(i)}</b><span class="f">${typeset(tex)}</span></div>`,
  );
  const boxes = rightOrder(exercise, solution).map(
    (letter, i) =>
      `<span class="step"><i>${i + 1}</i><span class="box${isKey ? " full" : ""}">${isKey ? letter : ""}</span></span>`,
  );
  return [
    sectionHtml(
      { number: 1, name: text.order.lines, what: text.order.what({ steps: exercise.ask.length }) },
      `<div class="g c${columns}">${items.join("")}</div>`,
      false,
    ),
    sectionHtml(
      { number: 2, name: text.order.answer, what: "" },
      `<div class="steps">${boxes.join("")}</div>${isKey ? `<p>${text.order.anyOrder}</p>` : ""}`,
      true,
    ),
    ...(isKey ? [wrongHtml(lines)] : []),
  ].join("");
}

/** The lines with a mistake, and what is wrong in each. */
function wrongHtml(lines: readonly OrderedLine[]): string {
  const wrong = lines.flatMap(({ mistake }, i) =>
    mistake === undefined ? [] : [`<p class="wrong"><b>${letterOf(i)}</b> ${escaped(mistake.text)}</p>`],
  );
  return sectionHtml({ name: text.order.wrong, what: "" }, wrong.join(""), true);
}
