/** The way through the inspector: from a quantity to those it is computed from, and back. */
import type { QuantityId } from "@neural-viz/engine";
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";

const { getState, setState } = store;

/** Opens the inspector on a quantity, as the start of a new path. */
export function inspect(id: QuantityId): void {
  const { question } = getState();
  if (question?.pick === true) setState({ question: { ...question, picked: id } });
  if (isQuestionOpen()) return;
  setState({ inspectorHistory: [id], ahead: [], pointed: undefined });
}

/** One step deeper, to an input or a use of what is shown; or to where the path has been before. */
export function follow(id: QuantityId): void {
  const { inspectorHistory } = getState();
  const known = inspectorHistory.indexOf(id);
  setState({
    inspectorHistory: known >= 0 ? inspectorHistory.slice(0, known + 1) : [...inspectorHistory, id],
    ahead: [],
    pointed: undefined,
  });
}

/** One step back on the path; from its start the inspector closes. */
export function back(): void {
  const { inspectorHistory, ahead } = getState();
  setState({
    inspectorHistory: inspectorHistory.slice(0, -1),
    ahead: [...inspectorHistory.slice(-1), ...ahead],
    pointed: undefined,
  });
}

/** Where one was before going back. */
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
