/** A lesson's question: while it is open, what would give its answer away does nothing. */
import { store } from "../store.ts";
import type { OpenQuestion } from "./state.ts";

const { getState, setState } = store;

/** Whether a question is open whose answer these controls would give away. */
export function isQuestionOpen(): boolean {
  return getState().question !== undefined;
}

/** Opens or closes a lesson's question: while it is open, what would give its answer away does nothing. */
export function setQuestion(question: OpenQuestion | undefined): void {
  setState({ question });
}
