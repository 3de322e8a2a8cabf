/**
 * The current setup and those before it, each as an experiment and the epoch that was shown, so that they can be
 * restored.
 */
import type { Linked } from "@neural-viz/engine";
import { dispatch, tell } from "../mailbox.ts";
import { freshPage, store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import { refused } from "./refuse.ts";
import type { Bookmark } from "./state.ts";

const { getState, setState } = store;

/** How many setups can be undone. */
const MAX_SETUPS = 100;
/** Setups that follow each other faster than this, in milliseconds, count as one: a slider is being dragged. */
const ONE_MOVE = 700;

/**
 * Remembers the current setup before another one replaces it, so that it can be undone. `dragged` may continue a
 * move.
 */
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

/** Opens an experiment with its changes, at an epoch. */
export function show(link: Linked): void {
  const { fresh, also } = freshPage(link.experiment);
  dispatch({ kind: "open", fresh, link }, { ...also, damage: undefined });
}

/** Replaces the current experiment with another one. Undo restores it. */
export function openExperiment(linked: Linked): void {
  if (refused(linked.experiment)) return;
  remember(false);
  show(linked);
}

/** Undoes the last change of the run or, if there is none, restores the previous setup. */
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
