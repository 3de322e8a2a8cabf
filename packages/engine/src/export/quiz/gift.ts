/**
 * A quiz in GIFT, Moodle's text format: one question for each number, since it has no gaps. A blank line ends a question,
 * and ~ = # { } : and the backslash are escaped in text.
 */
import { quizText as text } from "#text/quiz";
import { stepsHtml } from "./feedback.ts";
import { escaped } from "./markup.ts";
import type { Tolerated } from "./numbers.ts";
import type { Question } from "./question.ts";

/** The questions as a text file that Moodle and other systems import. */
export function giftText(questions: readonly Question[]): string {
  const all = questions.flatMap((question) =>
    question.asked.map((asked) => {
      const html = `${question.given}<p>${text.compute} ${asked.label} (${asked.what}).</p>`;
      return [
        `::${inText(text.title({ ...question, asked: asked.plain }))}::[html]${inText(html)}{#`,
        `\t=%100%${toleranceText(asked)}#${inText(escaped(text.correct))}`,
        ...asked.mistakes.map(
          (mistake) => `\t=%0%${toleranceText(mistake)}#${inText(escaped(`${text.wrong} ${mistake.text}`))}`,
        ),
        `\t####${inText(stepsHtml([asked]))}`,
        "}",
      ].join("\n");
    }),
  );
  return [`$CATEGORY: $course$/top/${text.category}`, ...all, ""].join("\n\n");
}

const toleranceText = ({ value, tolerance }: Tolerated): string => `${value}:${tolerance}`;

const inText = (contents: string): string => contents.replaceAll(/[\\~=#{}:]/g, String.raw`\$&`);
