/**
 * What a value from outside must be: a schema returns it typed, or throws one sentence that says where, what was found and
 * what is allowed. What has no schema of its own here is a function of the same kind.
 */
import { allowed, values } from "#text/values";
import type { Message } from "../text/message.ts";
import { attempt } from "../math/result.ts";
import { ExperimentError, quote } from "../math/errors.ts";
import { type Limits, violated } from "../math/limits.ts";

/** Reads a value; `where` is what a sentence calls it, and empty for a whole document. */
export type Schema<T> = (value: unknown, where: string) => T;

/** What a schema reads. */
export type ReadBy<S> = S extends Schema<infer T> ? T : never;

/** @throws ExperimentError with the sentence that says what a value must be, and what it is. */
export function fail(where: string, value: unknown, must: Message): never {
  throw new ExperimentError(values.wrong({ where, allowed: must, found: quote(value) }));
}

/** Any value, left to be read by somebody else. */
export const anything: Schema<unknown> = (value) => value;

export const boolean: Schema<boolean> = (value, where) =>
  typeof value === "boolean" ? value : fail(where, value, allowed.truth());

/** A finite number, or any number within limits. */
export function number(limits?: Limits): Schema<number> {
  return (value, where) => {
    const must = limits === undefined ? infinite(value) : violated(value, limits);
    return must === undefined ? (value as number) : fail(where, value, must);
  };
}

const infinite = (value: unknown): Message | undefined =>
  Number.isFinite(value) ? undefined : allowed.finite();

export function whole(from: number, to: number, must: Message = allowed.whole({ from, to })): Schema<number> {
  return (value, where) =>
    typeof value === "number" && Number.isInteger(value) && value >= from && value <= to
      ? value
      : fail(where, value, must);
}

/** A text of a form, or any text. */
export function text(form = /^/, must: Message = allowed.text()): Schema<string> {
  return (value, where) => (typeof value === "string" && form.test(value) ? value : fail(where, value, must));
}

/** One of some names or numbers. */
export function oneOf<const Known extends string | number>(
  known: readonly Known[],
  must: Message = allowed.oneOf({ names: known }),
): Schema<Known> {
  return (value, where) => known.find((one) => one === value) ?? fail(where, value, must);
}

/** What may be missing. */
export function optional<T>(schema: Schema<T>): Schema<T | undefined> {
  return (value, where) => (value === undefined ? undefined : schema(value, where));
}

/** What is read in the place of a missing value; null is a value like any other. */
export function withDefault<T>(schema: Schema<T>, missing: unknown): Schema<T> {
  return (value, where) => schema(value === undefined ? missing : value, where);
}

/** What is replaced where it cannot be read. */
export function orElse<T, Other>(schema: Schema<T>, other: Other): Schema<T | Other> {
  return (value, where) => {
    const read = attempt(() => schema(value, where));
    return read.ok ? read.value : other;
  };
}
