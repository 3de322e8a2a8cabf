/** What happens in the first minute. Loaded with it. */
import { openingExperiment } from "../run/opening.ts";
import { isPlaying } from "../run/phase.ts";
import { seek, setPace } from "../run/control.ts";
import { switchOff } from "../selection/ablation.ts";
import { setLook } from "../selection/choose.ts";
import { firstLook } from "../selection/state.ts";
import { openExperiment } from "../setup/setups.ts";
import { type AppState, store } from "../store.ts";
import { goTo } from "../visit/goTo.ts";
import { playground } from "../visit/route.ts";
import { FIRST_POINT, type Moment, rememberSeen } from "./state.ts";

const { getState, setState } = store;

/** Epochs per second at which the lines can be watched until all points are correct; then as fast as possible. */
const WATCHABLE = 80;
/** The pace of the page otherwise. */
const USUAL = 100;

function go(moment: Moment): void {
  const { first } = getState();
  if (first !== undefined) setState({ first: { ...first, moment } });
}

/** The number of lines that the person guesses; undefined skips the question. */
export function guessLines(guess: number | undefined): void {
  rememberSeen();
  setState({ first: { moment: "watch", guess } });
}

/** Back to epoch 0, where the loss changes fastest along one parameter. */
export function showSlope(): void {
  void switchOff(undefined);
  setLook({ color: "both" });
  go("slope");
  seek(0);
}

/** Marks another point beside the selected one. */
export function compareWith(other: number | undefined): void {
  const { first } = getState();
  if (first !== undefined) setState({ first: { ...first, other } });
}

export function endFirstMinute(): void {
  if (getState().first === undefined) return;
  rememberSeen();
  setState({ first: undefined, off: undefined });
  setLook({ color: firstLook.color });
  setPace(USUAL);
}

/** Opens the opening experiment and asks again. Undo brings back what was there. */
export function repeatFirstMinute(): void {
  openExperiment({ experiment: openingExperiment, t: 0 });
  goTo(playground);
  setState({
    panel: undefined,
    first: { moment: "ask", guess: undefined },
    selection: { kind: "sample", index: FIRST_POINT },
  });
}

/** After the last question: back to the trained network. */
export function finishFirstMinute(): void {
  endFirstMinute();
  seek(getState().snapshot.last);
}

/** Follows the run and the person until the first minute ends. Returns what stops it. */
export function followFirstMinute(): () => void {
  const { run, first: begun } = getState();
  // Train may have been pressed before this was loaded.
  if (begun?.moment === "ask" && isPlaying(getState())) {
    rememberSeen();
    go("watch");
    setPace(WATCHABLE);
  }
  return store.subscribe((state, before) => {
    const { first } = state;
    if (first === undefined) return;
    if (isElsewhere(state, before, run)) return endFirstMinute();
    const playing = isPlaying(state);
    const begins = playing && !isPlaying(before);
    if (begins && first.moment === "ask") {
      rememberSeen();
      go("watch");
    }
    const watching = begins && (first.moment === "ask" || first.moment === "watch");
    if (watching && !allCorrect(state)) setPace(WATCHABLE);
    else if (playing && allCorrect(state) && state.epochsPerSecond === WATCHABLE) setPace(Infinity);
    if (first.moment === "watch" && state.snapshot.stopped !== undefined) go("found");
    if (first.moment === "found" && state.off !== undefined) go("ledgers");
    if (first.moment === "ledgers" && state.off === undefined) go("found");
  });
}

const allCorrect = ({ snapshot, experiment }: AppState): boolean =>
  "points" in experiment.dataset && snapshot.correct === experiment.dataset.points;

/** Whether the person does something else: another run, a tool, an explanation, another epoch, another page. */
function isElsewhere(state: AppState, before: AppState, run: number): boolean {
  const { first, snapshot, route } = state;
  const opened =
    state.panel !== undefined || state.inspectorHistory.length > 0 || state.explained !== undefined;
  const { t, last } = snapshot;
  const moved =
    (first?.moment === "ask" && t > 0 && !isPlaying(state)) ||
    (first?.moment === "slope" && t > 0 && before.snapshot.t === 0) ||
    ((first?.moment === "found" || first?.moment === "ledgers") && t !== last);
  return state.run !== run || opened || moved || route.page !== "playground";
}
