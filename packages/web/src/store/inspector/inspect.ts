/** Navigation in the inspector: from a quantity to its inputs, and back. */
import type { QuantityId } from "@neural-viz/engine";
import { toggleAsked } from "../panels/asking.ts";
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";

const { getState, setState } = store;

/** Opens the inspector on a quantity, as the start of a new path; or asks for it in an exercise that is being made. */
export function inspect(id: QuantityId): void {
  const { asking, question } = getState();
  if (asking) return toggleAsked(id);
  if (question?.pick === true) setState({ question: { ...question, picked: id } });
  if (isQuestionOpen() || getState().hidden.has(id)) return;
  setState({ inspectorHistory: [id], ahead: [], pointed: undefined });
}

/** Goes one step deeper, to an input or a use of the quantity shown, or back to a quantity earlier on the path. */
export function follow(id: QuantityId): void {
  const { inspectorHistory, hidden } = getState();
  if (hidden.has(id)) return;
  const known = inspectorHistory.indexOf(id);
  setState({
    inspectorHistory: known >= 0 ? inspectorHistory.slice(0, known + 1) : [...inspectorHistory, id],
    ahead: [],
    pointed: undefined,
  });
}

/** Goes one step back. From the start of the path, closes the inspector. */
export function back(): void {
  const { inspectorHistory, ahead } = getState();
  setState({
    inspectorHistory: inspectorHistory.slice(0, -1),
    ahead: [...inspectorHistory.slice(-1), ...ahead],
    pointed: undefined,
  });
}

/** Goes forward again, after going back. */
export function forward(): void {
  const { inspectorHistory, ahead } = getState();
  setState({
    inspectorHistory: [...inspectorHistory, ...ahead.slice(0, 1)],
    ahead: ahead.slice(1),
    pointed: undefined,
  });
}

export function closeInspector(): void {
  setState({ inspectorHistory: [], ahead: [], pointed: undefined });
}
