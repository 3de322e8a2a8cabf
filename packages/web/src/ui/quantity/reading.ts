import { format } from "@neural-viz/engine";

/** A number for the screen; an ellipsis until its answer arrives. */
export function reading(value: number | undefined): string {
  return value === undefined ? "…" : format(value);
}
