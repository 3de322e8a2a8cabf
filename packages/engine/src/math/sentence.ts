/** The error of everything that is read from outside. */

/** Something in an experiment is not as it should be. The message is one sentence for the person who wrote it. */
export class ExperimentError extends Error {
  override name = "ExperimentError";

  constructor(message: string) {
    super(message.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " ")); // what is quoted may break lines; a sentence does not
  }
}

/** What a sentence quotes of a text: its beginning, where it is long. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
