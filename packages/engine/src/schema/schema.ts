/**
 * Schemas for values from outside. A schema returns the value with its type, or throws an ExperimentError that says
 * where the value is, what is allowed, and what was found. Any function of this form is a schema.
 */
import { allowed, values } from "#text/values";
import type { Message } from "../text/message.ts";
import { attempt } from "../math/result.ts";
import { ExperimentError, quote } from "../math/errors.ts";
import { type Limits, violated } from "../math/limits.ts";

/** Reads a value. `where` is its path for error messages, empty for a whole document. @throws ExperimentError */
export type Schema<T> = (value: unknown, where: string) => T;

/** The type that a schema reads. */
export type ReadBy<S> = S extends Schema<infer T> ? T : never;

/** @throws ExperimentError, always: "`where` must be `must`; it is `value`." */
export function fail(where: string, value: unknown, must: Message): never {
  throw new ExperimentError(values.wrong({ where, allowed: must, found: quote(value) }));
}

/** Any value, unchecked. */
export const anything: Schema<unknown> = (value) => value;

export const boolean: Schema<boolean> = (value, where) =>
  typeof value === "boolean" ? value : fail(where, value, allowed.truth());

/** A number within limits; without limits, any finite number. */
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

/** A string that matches a pattern; without a pattern, any string. */
export function text(form = /^/, must: Message = allowed.text()): Schema<string> {
  return (value, where) => (typeof value === "string" && form.test(value) ? value : fail(where, value, must));
}

/** One of these names or numbers. */
export function oneOf<const Known extends string | number>(
  known: readonly Known[],
  must: Message = allowed.oneOf({ names: known }),
): Schema<Known> {
  return (value, where) => known.find((one) => one === value) ?? fail(where, value, must);
}

/** A value that may be missing. */
export function optional<T>(schema: Schema<T>): Schema<T | undefined> {
  return (value, where) => (value === undefined ? undefined : schema(value, where));
}

/** Reads the default if the value is missing. null doesn't count as missing. */
export function withDefault<T>(schema: Schema<T>, missing: unknown): Schema<T> {
  return (value, where) => schema(value === undefined ? missing : value, where);
}

/** Returns `other` for a value that the schema rejects. */
export function orElse<T, Other>(schema: Schema<T>, other: Other): Schema<T | Other> {
  return (value, where) => {
    const read = attempt(() => schema(value, where));
    return read.ok ? read.value : other;
  };
}
