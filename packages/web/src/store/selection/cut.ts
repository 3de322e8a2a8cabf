import type { Picture } from "@neural-viz/engine";
import { dataOf, picturesInPlane } from "../derived.ts";
import type { AppState } from "../store.ts";

/** The plane that the pictures show of more than two inputs. */
export type Cut = Pick<Picture, "axes" | "through">;

/** With three or four inputs, the plane through the selected point; otherwise undefined: the pictures show everything. */
export function cutOf(state: Pick<AppState, "experiment" | "selection" | "look">): Cut | undefined {
  if (!picturesInPlane(state)) return undefined;
  const { selection, look } = state;
  const { inputs } = dataOf(state);
  const through = selection.kind === "probe" ? selection.x : inputs.map((column) => column[selection.index]!);
  const fits = look.axes.every((axis) => axis <= inputs.length);
  return { axes: fits ? look.axes : [1, 2], through };
}
