/**
 * Opens what comes from outside: files dropped onto the page, and addresses. Every page, setup and tool that is
 * opened gets an entry in the browser's history, so that Back and Forward work. In a lesson, each step gets one.
 */
import { linkOpening, replayOf } from "../../store/run/phase.ts";
import { goTo } from "../../store/visit/goTo.ts";
import { addressToReturn, openChosen, openExerciseLink, openLink } from "../../store/visit/navigation.ts";
import { fragmentOf, routeOf } from "../../store/visit/route.ts";
import { type AppState, store } from "../../store/store.ts";

/** Entries that follow each other faster than this, in milliseconds, are merged: a slider is being dragged. */
const ONE_MOVE = 700;
/** Longer addresses (thousands of custom points) are left out of the history. */
const MAX_LENGTH = 32_000;

/** The page as it was before this file had loaded. */
export interface Beginning {
  readonly state: AppState;
  readonly hash: string;
}

/** Opens what comes from outside, also what came since the beginning, until the returned function is called. */
export function startOpening(beginning: Beginning): () => void {
  const stopOpening = openFiles();
  const stopTraveling = recordHistory(beginning);
  return () => {
    stopOpening();
    stopTraveling();
  };
}

function openFiles(): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void openChosen(file);
  };
  window.addEventListener("dragover", over);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", drop);
  };
}

function recordHistory(beginning: Beginning): () => void {
  const start = new URL(addressToReturn(beginning.state)).hash;
  let traveling = false;
  let last = -Infinity;
  const follow = (): void => {
    const route = routeOf(location.hash);
    if (route === undefined) {
      openLink(location.hash);
      return;
    }
    traveling = true;
    if (route.page === "exercise") openExerciseLink(route);
    else goTo(route);
    if (route.page === "playground") openLink(location.hash === "" ? start : location.hash);
    traveling = false;
  };
  const record = (state: AppState, before: AppState): void => {
    const { route } = state;
    const elsewhere = route !== before.route;
    const moved = state.run !== before.run || state.panel?.name !== before.panel?.name;
    const arriving =
      linkOpening(state) !== undefined ||
      (linkOpening(before) !== undefined && state.run === before.run) ||
      replayOf(state)?.after === "visit";
    if (traveling) return;
    if (route.page !== "playground") {
      if (elsewhere) history.pushState(null, "", fragmentOf(route));
      return;
    }
    if (!elsewhere && (!moved || arriving)) return;
    const address = addressToReturn(state);
    if (address.length > MAX_LENGTH) return;
    const goesOn = performance.now() - last < ONE_MOVE;
    last = performance.now();
    if (goesOn && !elsewhere) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  };
  const stop = store.subscribe(record);
  window.addEventListener("hashchange", follow);
  if (location.hash !== beginning.hash) follow();
  else record(store.getState(), beginning.state);
  return () => {
    stop();
    window.removeEventListener("hashchange", follow);
  };
}
