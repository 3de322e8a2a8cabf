/** What a person points at, and how it is drawn. */
import type { QuantityId } from "@neural-viz/engine";
import { tell, wanted } from "../mailbox.ts";
import { store } from "../store.ts";
import type { Look, Selection } from "./state.ts";

const { getState, setState } = store;

export function select(selection: Selection): void {
  setState({ selection });
}

/** The pointer or the focus is on a quantity, or on none. */
export function point(id: QuantityId | undefined): void {
  if (getState().pointed !== id) setState({ pointed: id });
}

export function setLook(patch: Partial<Look>): void {
  const before = wanted();
  setState({ look: { ...getState().look, ...patch } });
  const after = wanted();
  if (after.size !== before.size || after.maps !== before.maps) tell({ kind: "want", wanted: after });
}
