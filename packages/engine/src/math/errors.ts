/** The errors for invalid input: files, links, arguments, and ids. */
import { found } from "#text/invalid";
import type { Message } from "../text/message.ts";

/** The input is invalid. `message` is one sentence that says what is wrong and what is allowed. */
export class InputError extends Error {
  override name = "InputError";
  /** The same sentence as a key with its values. */
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(oneLine(sentence.text));
    this.sentence = sentence;
  }
}

/** An experiment is invalid, or the file or link that holds it is. */
export class ExperimentError extends InputError {
  override name = "ExperimentError";
}

/** Quoted text may contain line breaks; an error message must not. */
const oneLine = (text: string): string => text.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " ");

/** A value as an error message quotes it: short, and never "[object Object]". */
export function quote(value: unknown): Message {
  if (value === undefined) return found.missing();
  if (Array.isArray(value)) return found.list({ count: value.length });
  if (typeof value === "object" && value !== null) return found.object();
  if (typeof value === "number" || typeof value === "boolean" || value === null)
    return found.as({ text: String(value) });
  if (typeof value !== "string") return found.other({ type: typeof value });
  const text = JSON.stringify(value.slice(0, 60)); // longer text is cut off anyway
  return found.as({ text: value.length > 60 || text.length > 60 ? `${text.slice(0, 57)}…` : text });
}

/** A text as an error message quotes it: cut off after 60 characters. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
