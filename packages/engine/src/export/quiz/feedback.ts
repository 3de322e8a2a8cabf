/** What is said of all answers to a question. */
import { quizText as text } from "#text/quiz";
import { numberHtml } from "../numberHtml.ts";
import { escaped } from "./markup.ts";
import type { Asked } from "./question.ts";

/** The steps with the numbers put in; the answer alone where a step is too long. */
export const stepsHtml = (asked: readonly Asked[]): string =>
  asked
    .map(
      ({ label, steps, value }) =>
        `<p>${label} = ${steps === undefined ? numberHtml(value) : escaped(steps)}</p>`,
    )
    .join("");

/** The answers of common mistakes with their causes, for an LMS that has no feedback for each. */
export const mistakesHtml = ({ mistakes }: Asked): string =>
  [
    `<p>${text.wrong}</p>`,
    ...mistakes.map(
      ({ value, text: mistake }) =>
        `<p>${text.ifYouGot({ value: numberHtml(value), mistake: escaped(mistake) })}</p>`,
    ),
  ].join("");
