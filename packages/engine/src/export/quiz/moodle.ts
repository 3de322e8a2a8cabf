/**
 * A quiz as Moodle XML: a numerical question where one number is asked for, otherwise a Cloze question with a table of
 * gaps. In a gap, "#" begins feedback, "~" another answer, and "}" ends it. Moodle leaves a backslash before some of these in
 * the feedback, so references stand for them. It replaces references once before it shows the feedback as HTML, so each "&"
 * has one more of them.
 */
import { quizText as text } from "#text/quiz";
import { element, escaped } from "./markup.ts";
import { stepsHtml } from "./feedback.ts";
import type { Asked, Question } from "./question.ts";

/** The questions as a file that Moodle imports. */
export function moodleXml(questions: readonly Question[]): string {
  const category = element(
    "question",
    { type: "category" },
    tagged("category", `$course$/top/${text.category}`),
  );
  const all = questions.map((question) =>
    question.asked.length === 1 ? numerical(question, question.asked[0]!) : cloze(question),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${[category, ...all].join("\n")}\n</quiz>\n`;
}

/** An element whose text stands in an element of its own, as Moodle has it. */
const tagged = (name: string, contents: string, format?: string): string =>
  element(name, format === undefined ? {} : { format }, element("text", {}, escaped(contents)));

function numerical(question: Question, asked: Asked): string {
  const html = `${question.given}<p>${text.compute} ${asked.label} (${asked.what}).</p>`;
  const answers = [
    answer(100, asked, text.correct),
    ...asked.mistakes.map((mistake) => answer(0, mistake, `${text.wrong} ${mistake.text}`)),
  ];
  return element(
    "question",
    { type: "numerical" },
    tagged("name", text.title({ ...question, asked: asked.plain })),
    tagged("questiontext", html, "html"),
    tagged("generalfeedback", stepsHtml([asked]), "html"),
    element("defaultgrade", {}, "1"),
    element("penalty", {}, "0.3333333"),
    element("hidden", {}, "0"),
    ...answers,
  );
}

const answer = (
  fraction: number,
  { value, tolerance }: { readonly value: number; readonly tolerance: number },
  feedback: string,
): string =>
  element(
    "answer",
    { fraction, format: "moodle_auto_format" },
    element("text", {}, String(value)),
    tagged("feedback", escaped(feedback), "html"),
    element("tolerance", {}, String(tolerance)),
  );

function cloze(question: Question): string {
  const rows = question.asked.map(
    (asked) => `<tr><th scope="row">${asked.label}</th><td>${gap(asked)}</td><td>${asked.what}</td></tr>`,
  );
  return element(
    "question",
    { type: "cloze" },
    tagged("name", text.title({ shape: question.shape, seed: question.seed })),
    tagged("questiontext", `${question.given}<p>${text.compute}:</p><table>${rows.join("")}</table>`, "html"),
    tagged("generalfeedback", stepsHtml(question.asked), "html"),
    element("penalty", {}, "0.3333333"),
    element("hidden", {}, "0"),
  );
}

/** {1:NUMERICAL:%100%answer:tolerance#feedback~%0%mistake:tolerance#feedback} */
function gap({ value, tolerance, mistakes }: Asked): string {
  const alternatives = [
    `%100%${value}:${tolerance}#${inGap(text.correct)}`,
    ...mistakes.map(
      (mistake) => `%0%${mistake.value}:${mistake.tolerance}#${inGap(`${text.wrong} ${mistake.text}`)}`,
    ),
  ];
  return `{1:NUMERICAL:${alternatives.join("~")}}`;
}

const inGap = (feedback: string): string =>
  escaped(escaped(feedback).replaceAll(/[\\~}]/g, (letter) => `&#${letter.codePointAt(0)};`));
