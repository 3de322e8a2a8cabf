/** What is sentence of what comes from outside and is wrong. */
import { found } from "#text/values";
import type { Message } from "../text/message.ts";

/** What was asked or given cannot be: one sentence says what is wrong and what is allowed. */
export class InputError extends Error {
  override name = "InputError";
  /** The sentence as data. */
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(oneLine(sentence.text));
    this.sentence = sentence;
  }
}

/** Something in an experiment, or in what holds one, is not as it should be. */
export class ExperimentError extends InputError {
  override name = "ExperimentError";
}

/** What is quoted may break lines; a sentence doesn't. */
const oneLine = (text: string): string => text.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " ");

/** A value as a sentence quotes it: short, and never "[object Object]". */
export function quote(value: unknown): Message {
  if (value === undefined) return found.missing();
  if (Array.isArray(value)) return found.list({ count: value.length });
  if (typeof value === "object" && value !== null) return found.object();
  if (typeof value === "number" || typeof value === "boolean" || value === null)
    return found.as({ text: String(value) });
  if (typeof value !== "string") return found.other({ type: typeof value });
  const text = JSON.stringify(value.slice(0, 60)); // a longer text is cut off anyway
  return found.as({ text: value.length > 60 || text.length > 60 ? `${text.slice(0, 57)}…` : text });
}

/** What a sentence quotes of a text: its beginning, where it is long. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
