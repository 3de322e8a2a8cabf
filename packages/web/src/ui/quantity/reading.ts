import { format } from "@neural-viz/engine";

/** A number for the screen; while its answer is on its way there is none yet, and that is no NaN. */
export function reading(value: number | undefined): string {
  return value === undefined ? "…" : format(value);
}
