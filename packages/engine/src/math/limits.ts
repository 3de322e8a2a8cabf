/** Limits of a number, and the check of a value against them. */
import { numbers } from "#text/invalid";
import type { Message } from "../text/message.ts";

/** The values a number may take. */
export interface Limits {
  readonly above?: number; // value > above
  readonly from?: number; // value ≥ from
  readonly below?: number; // value < below
  readonly to?: number; // value ≤ to
}

/** Undefined if the value is a number within the limits; otherwise what is allowed ("a number above 0 and at most 100"). */
export function violated(value: unknown, limits: Limits): Message | undefined {
  const { above, from, below, to } = limits;
  const fits =
    typeof value === "number" &&
    !Number.isNaN(value) &&
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (below === undefined || value < below) &&
    (to === undefined || value <= to);
  return fits ? undefined : numbers.within({ ...limits });
}
