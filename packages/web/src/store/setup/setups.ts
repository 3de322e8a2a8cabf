/** What is set up, and what was before: each as an experiment and where in it one stood, so that it can be had back. */
import type { Linked } from "@neural-viz/engine";
import { dispatch, tell } from "../mailbox.ts";
import { freshPage, store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import { refused } from "./refuse.ts";
import type { Bookmark } from "./state.ts";

const { getState, setState } = store;

/** So many set-ups can be undone. */
const MAX_SETUPS = 100;
/** Set-ups that follow each other faster, in milliseconds, are one: a slider is being dragged. */
const ONE_MOVE = 700;

/** Keeps what is set up now, before something else is, so that it can be undone; `dragged` may go on with a move. */
export function remember(dragged: boolean): void {
  const { earlier, lastSetup } = getState();
  const now = performance.now();
  const goesOn = dragged && now - lastSetup < ONE_MOVE;
  setState({
    earlier: goesOn ? earlier : [...earlier, currentBookmark()].slice(-MAX_SETUPS),
    later: [],
    lastSetup: now,
  });
}

export function currentBookmark(): Bookmark {
  const { experiment, snapshot } = getState();
  return { experiment, t: snapshot.t };
}

/** An experiment with all that was changed on its way, at an epoch. */
export function show(link: Linked): void {
  const { fresh, also } = freshPage(link.experiment);
  dispatch({ kind: "open", fresh, link }, { ...also, damage: undefined });
}

/** Another experiment in place of the present one, which can be had back. */
export function openExperiment(linked: Linked): void {
  if (refused(linked.experiment)) return;
  remember(false);
  show(linked);
}

/** Takes back the last change of the run; where there is none, what was set up before comes back as it stood. */
export function undo(): void {
  if (isQuestionOpen()) return;
  const { snapshot, earlier, later } = getState();
  const before = earlier.at(-1);
  if (snapshot.canUndo) tell({ kind: "undo" });
  else if (before !== undefined && !refused(before.experiment)) {
    setState({ earlier: earlier.slice(0, -1), later: [...later, currentBookmark()] });
    show(before);
  }
}

export function redo(): void {
  if (isQuestionOpen()) return;
  const { snapshot, earlier, later } = getState();
  const next = later.at(-1);
  if (snapshot.canRedo) tell({ kind: "redo" });
  else if (next !== undefined && !refused(next.experiment)) {
    setState({ earlier: [...earlier, currentBookmark()], later: later.slice(0, -1) });
    show(next);
  }
}
