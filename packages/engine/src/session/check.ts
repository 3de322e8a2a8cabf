/** Reading a JSON value from outside: each check returns the value typed, or throws one sentence: found and wanted. */
import { ExperimentError, quote, short } from "../math/sentence.ts";
import type { Limits } from "../nn/optimizer.ts";

export function fail(where: string, value: unknown, wanted: string): never {
  throw new ExperimentError(`${where} is ${quote(value)}; ${wanted}.`);
}

/** The own keys of an object that has no others than these. */
export function object(
  value: unknown,
  where: string,
  keys: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    fail(where, value, "an object is wanted");
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) {
      const place = where === "The experiment" ? "" : `${where}.`;
      throw new ExperimentError(`${place}${short(key)} is an unknown key; ${where} has ${keys.join(", ")}.`);
    }
  }
  return { ...value };
}

export function list(value: unknown, where: string, wanted = "a list is wanted"): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : fail(where, value, wanted);
}

export function finite(value: unknown, where: string): number {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : fail(where, value, "a finite number is wanted");
}

/** What is wanted of a number that is not within limits ("a number above 0 and at most 100"); undefined when it is. */
export function wantedOf(value: unknown, { above, from, below, to }: Limits): string | undefined {
  const fits =
    typeof value === "number" &&
    !Number.isNaN(value) &&
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (below === undefined || value < below) &&
    (to === undefined || value <= to);
  if (fits) return undefined;
  const parts = [
    above === undefined ? "" : `above ${above}`,
    from === undefined ? "" : `at least ${from}`,
    below === undefined ? "" : `below ${below}`,
    to === undefined ? "" : `at most ${to}`,
  ].filter((part) => part !== "");
  return `a number ${parts.join(" and ")}`;
}

/** A number within limits. */
export function within(value: unknown, where: string, limits: Limits): number {
  const wanted = wantedOf(value, limits);
  return typeof value === "number" && wanted === undefined
    ? value
    : fail(where, value, `${wanted} is wanted`);
}

export function whole(value: unknown, where: string, from: number, to: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= from && value <= to
    ? value
    : fail(where, value, `a whole number from ${from} to ${to} is wanted`);
}

export function boolean(value: unknown, where: string): boolean {
  return typeof value === "boolean" ? value : fail(where, value, "true or false is wanted");
}

export function oneOf<const Name extends string>(
  value: unknown,
  where: string,
  names: readonly Name[],
): Name {
  return names.find((name) => name === value) ?? fail(where, value, `one of ${names.join(", ")} is wanted`);
}
