/** What the tests of quizzes share: a question full of special characters, and files in the shapes that schemas describe. */
import type { Question } from "../src/export/quiz/question.ts";
import { ids } from "../src/ids/index.ts";

/** Every character that a format gives a meaning to. */
export const AWKWARD = String.raw`a~b=c#d{e}f:g\h<i>&j"k'l \~ \} \\ #### :: %50% //`;

/** A question whose texts are full of such characters. */
export const awkward: Question = {
  shape: "2-1",
  seed: 3,
  given: `<p>{x} ~ = # : \\ &lt; &amp;</p>`,
  asked: [1.5, -2e-8].map((value) => ({
    id: ids.x.of(1, 1),
    plain: `${value}${AWKWARD}`,
    label: "<sup>~{}</sup>",
    what: "= #",
    value,
    tolerance: 1e-9,
    mistakes: [{ value: -value, tolerance: 2e-9, text: AWKWARD }],
    steps: AWKWARD,
  })),
};

/** A question for each number, which Moodle XML writes as a numerical one. */
export const single = (list: readonly Question[]): Question[] =>
  list.flatMap((question) => question.asked.map((asked) => ({ ...question, asked: [asked] })));

/** XML Schema 1.0 follows "xsi:type" alone. */
export const typed = (moodle: string): string =>
  moodle
    .replace("<quiz>", '<quiz xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">')
    .replaceAll(/<question type="(\w+)">/g, '<question type="$1" xsi:type="$1">');

/** HTML as a document that the schema describes. */
export const htmlDocument = (pieces: readonly string[]): string =>
  `<body>\n${[...new Set(pieces)].map((piece) => `<div>${piece}</div>`).join("\n")}\n</body>`;
