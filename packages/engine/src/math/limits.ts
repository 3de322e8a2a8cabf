/** Limits of numbers, and whether a value keeps them. */
import { allowed } from "#text/values";
import type { Message } from "../text/message.ts";

/** The values a number may take. */
export interface Limits {
  readonly above?: number; // value > above
  readonly from?: number; // value ≥ from
  readonly below?: number; // value < below
  readonly to?: number; // value ≤ to
}

/** What a number within limits is ("a number above 0 and at most 100"), for a value that isn't; else undefined. */
export function violated(value: unknown, limits: Limits): Message | undefined {
  const { above, from, below, to } = limits;
  const fits =
    typeof value === "number" &&
    !Number.isNaN(value) &&
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (below === undefined || value < below) &&
    (to === undefined || value <= to);
  return fits ? undefined : allowed.within({ ...limits });
}
