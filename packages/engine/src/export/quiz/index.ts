/** Quizzes for learning management systems. A new format needs a file and a line here. */
import { quizNames } from "#text/quiz";
import type { Variant } from "../../exercises/index.ts";
import { giftText } from "./gift.ts";
import { moodleXml } from "./moodle.ts";
import { qtiPackage } from "./qti.ts";
import { type Question, questionOf } from "./question.ts";

interface QuizFormat {
  readonly label: string;
  readonly write: (questions: readonly Question[]) => string | Uint8Array;
}

/** Every format of a quiz by its name. */
export const quizFormats = {
  moodle: { label: quizNames.moodle, write: moodleXml },
  gift: { label: quizNames.gift, write: giftText },
  qti: { label: quizNames.qti, write: qtiPackage },
} satisfies Record<string, QuizFormat>;

/** The name of a format of a quiz. */
export type QuizFormatName = keyof typeof quizFormats;

/** A quiz with these variants of an exercise, in their order: text, or the bytes of a ZIP. */
export const quiz = (variants: readonly Variant[], format: QuizFormatName): string | Uint8Array =>
  quizFormats[format].write(variants.map(questionOf));
