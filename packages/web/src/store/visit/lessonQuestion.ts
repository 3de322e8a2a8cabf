/** The question a lesson asks. While it is open, controls that would give away its answer do nothing. */
import { store } from "../store.ts";
import type { OpenQuestion, Travel } from "./state.ts";

const { getState, setState } = store;

/** Whether a question is open, so that controls that would give away its answer do nothing. */
export function isQuestionOpen(): boolean {
  return getState().question !== undefined;
}

/** Opens a lesson's question, or closes it if undefined. */
export function setQuestion(question: OpenQuestion | undefined): void {
  setState({ question });
}

/** Shows how a lesson's number travels, or no longer if undefined. */
export function setTravel(travel: Travel | undefined): void {
  setState({ travel });
}
