/** The way through the inspector: from a quantity to those it is computed from, and back. */
import type { QuantityId } from "@neural-viz/engine";
import { store } from "../store.ts";
import { locked } from "../visit/question.ts";

const { getState, setState } = store;

/** Opens the inspector on a quantity, as the start of a new trail. */
export function inspect(id: QuantityId): void {
  const { question } = getState();
  if (question?.pick === true) setState({ question: { ...question, picked: id } });
  if (locked()) return;
  setState({ trail: [id], ahead: [], pointed: undefined });
}

/** One step deeper, to an input or a use of what is shown; or to where the trail has been before. */
export function follow(id: QuantityId): void {
  const { trail } = getState();
  const known = trail.indexOf(id);
  setState({ trail: known >= 0 ? trail.slice(0, known + 1) : [...trail, id], ahead: [], pointed: undefined });
}

/** One step back on the trail; from its start the inspector closes. */
export function back(): void {
  const { trail, ahead } = getState();
  setState({ trail: trail.slice(0, -1), ahead: [...trail.slice(-1), ...ahead], pointed: undefined });
}

/** Where one was before going back. */
export function forward(): void {
  const { trail, ahead } = getState();
  setState({ trail: [...trail, ...ahead.slice(0, 1)], ahead: ahead.slice(1), pointed: undefined });
}

export function closeInspector(): void {
  setState({ trail: [], ahead: [], pointed: undefined });
}
