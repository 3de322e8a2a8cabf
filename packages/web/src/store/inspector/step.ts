/** Controls the explained step: which update, how closely, and which of its units. */
import { tell } from "../mailbox.ts";
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import type { Zoom } from "./state.ts";

const { getState, setState } = store;

/** Explains the step from the epoch shown. At the end of a run that has stopped, explains the last one. */
export function explainStep(): void {
  if (isQuestionOpen()) return;
  const { snapshot, selection } = getState();
  const t = snapshot.stopped === undefined ? snapshot.t : Math.max(0, snapshot.t - 1);
  tell(
    { kind: "seek", t },
    {
      inspectorHistory: [],
      ahead: [],
      panel: undefined,
      explained: { t, zoom: "stage", unit: 0 },
      selection: { kind: "sample", index: selection.index },
    },
  );
}

/** Shows a unit of the step. `after` tells whether the update has been done by then. */
export function showUnit(unit: number, zoom: Zoom, after: boolean): void {
  const { explained, snapshot } = getState();
  if (explained === undefined) return;
  setState({ explained: { ...explained, unit, zoom } });
  const targetEpoch = after ? explained.t + 1 : explained.t;
  if (snapshot.t === targetEpoch) return;
  // If the step lies beyond the end of the run, it is trained now; otherwise it was recorded.
  if (after) tell({ kind: "step" });
  else tell({ kind: "seek", t: targetEpoch });
}

/** Begins or ends "your turn". */
export function takeTurn(turn: boolean): void {
  const { explained } = getState();
  if (explained !== undefined) setState({ explained: { ...explained, turn } });
}

export function leaveStep(): void {
  setState({ explained: undefined });
}
