/**
 * What a value from outside must be: a schema returns it typed, or throws one sentence that says where, what was found and
 * what is wanted. What has no schema of its own here is a function of the same kind.
 */
import { attempt } from "../math/result.ts";
import { ExperimentError, quote } from "../math/sentence.ts";
import { type Limits, wantedOf } from "../math/limits.ts";

/** Reads a value; `where` is what a sentence calls it, and empty for a whole document. */
export type Schema<T> = (value: unknown, where: string) => T;

/** What a schema reads. */
export type ReadBy<S> = S extends Schema<infer T> ? T : never;

/** @throws ExperimentError with the sentence that a value is not what is wanted. */
export function fail(where: string, value: unknown, wanted: string): never {
  throw new ExperimentError(`${where} is ${quote(value)}; ${wanted}.`);
}

/** Any value, left to be read by somebody else. */
export const anything: Schema<unknown> = (value) => value;

export const boolean: Schema<boolean> = (value, where) =>
  typeof value === "boolean" ? value : fail(where, value, "true or false is wanted");

/** A finite number, or any number within limits. */
export function number(limits?: Limits): Schema<number> {
  return (value, where) => {
    const wanted = limits === undefined ? wantedFinite(value) : wantedOf(value, limits);
    return wanted === undefined ? (value as number) : fail(where, value, `${wanted} is wanted`);
  };
}

const wantedFinite = (value: unknown): string | undefined =>
  Number.isFinite(value) ? undefined : "a finite number";

export function whole(
  from: number,
  to: number,
  wanted = `a whole number from ${from} to ${to} is wanted`,
): Schema<number> {
  return (value, where) =>
    typeof value === "number" && Number.isInteger(value) && value >= from && value <= to
      ? value
      : fail(where, value, wanted);
}

/** A text of a form, or any text. */
export function text(form = /^/, wanted = "a text is wanted"): Schema<string> {
  return (value, where) =>
    typeof value === "string" && form.test(value) ? value : fail(where, value, wanted);
}

/** One of some names or numbers. */
export function oneOf<const Known extends string | number>(
  known: readonly Known[],
  wanted = `one of ${known.join(", ")} is wanted`,
): Schema<Known> {
  return (value, where) => known.find((one) => one === value) ?? fail(where, value, wanted);
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
