import type { Point } from "@neural-viz/engine";
import type { SelectionState } from "./state.ts";

/** The selected point, as ids name it. */
export function pointOf({ selection }: Pick<SelectionState, "selection">): Point {
  return selection.kind === "sample"
    ? { kind: "sample", s: selection.index + 1 }
    : { kind: "probe", x: selection.x };
}
