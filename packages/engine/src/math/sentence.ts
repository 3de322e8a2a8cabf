/** What is said of what comes from outside and is wrong. */
import type { Message } from "../text/message.ts";

/** What was asked or given cannot be. The message is one sentence for the person whose doing it was. */
export class InputError extends Error {
  override name = "InputError";

  constructor(message: Message | string) {
    super(
      (typeof message === "string" ? message : message.text).replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, " "),
    ); // what is quoted may break lines; a sentence does not
  }
}

/** Something in an experiment, or in what holds one, is not as it should be. */
export class ExperimentError extends InputError {
  override name = "ExperimentError";
}

/** A value as a sentence quotes it: short, and never "[object Object]". */
export function quote(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "number" || value === null) return String(value);
  if (typeof value !== "string") return typeof value === "boolean" ? String(value) : `a ${typeof value}`;
  const text = JSON.stringify(value.slice(0, 60)); // a longer text is cut off anyway
  return value.length > 60 || text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/** A count with its noun, which agrees with it: 1 column, 2 columns. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A place in a row as a word: 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(place: number): string {
  const teens = Math.floor(place / 10) % 10 === 1;
  return `${place}${(teens ? undefined : ["th", "st", "nd", "rd"][place % 10]) ?? "th"}`;
}

/** What a sentence quotes of a text: its beginning, where it is long. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
