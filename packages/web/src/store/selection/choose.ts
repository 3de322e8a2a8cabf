/** Changes what is selected and how it is drawn. */
import type { QuantityId } from "@neural-viz/engine";
import { tell, pictureOptions } from "../mailbox.ts";
import { picturesInPlane } from "../derived.ts";
import { store } from "../store.ts";
import type { Look, Selection } from "./state.ts";

const { getState, setState } = store;

export function select(selection: Selection): void {
  setState({ selection });
  if (picturesInPlane(getState())) tell({ kind: "pictures", options: pictureOptions() });
}

/** The pointer or the focus is on a quantity, or on none. */
export function point(id: QuantityId | undefined): void {
  if (getState().pointed !== id) setState({ pointed: id });
}

export function setLook(patch: Partial<Look>): void {
  const before = pictureOptions();
  setState({ look: { ...getState().look, ...patch } });
  const after = pictureOptions();
  if (JSON.stringify(after) !== JSON.stringify(before)) tell({ kind: "pictures", options: after });
}
