/** Saves the state of this tab, and restores it after a reload or a crash. */
import { isPlaying, linkOpening } from "../run/phase.ts";
import { store } from "../store.ts";
import { restoreVisit } from "./navigation.ts";
import { markClosed, recoverText, restoreText, saveText } from "./tabStorage.ts";
import { persistedStateOf, readPersistedState, writePersistedState } from "./persistedState.ts";

/** The shortest time between two saves, in milliseconds. */
const INTERVAL = 1000;

/** Called once: before the first frame if this tab may have a state to restore, otherwise after it. */
export function startPersisting(): void {
  // A lesson starts where its address says, and saves its own progress.
  const inLesson = (): boolean => store.getState().route.page === "lesson";
  if (!inLesson()) restore(restoreText());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    // A run that is still being restored is saved already, and a link is in the address.
    if (state.phase.kind === "replaying" || linkOpening(state) !== undefined || inLesson()) return;
    const persisted = persistedStateOf(state);
    saveText(persisted && writePersistedState(persisted));
  };
  // What was done before this file had loaded is saved too.
  if (store.getState() !== store.getInitialState()) timer = setTimeout(write, INTERVAL);
  store.subscribe((state, before) => {
    const matters =
      state.snapshot !== before.snapshot ||
      state.experiment !== before.experiment ||
      state.selection !== before.selection ||
      state.inspectorHistory !== before.inspectorHistory ||
      state.panel !== before.panel ||
      state.look !== before.look ||
      state.scenes !== before.scenes ||
      state.scene !== before.scene ||
      state.epochsPerSecond !== before.epochsPerSecond;
    if (matters) timer ??= setTimeout(write, INTERVAL);
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") write();
  });
  addEventListener("pagehide", () => {
    write();
    markClosed();
  });
  void afterCrash();
}

async function afterCrash(): Promise<void> {
  const text = await recoverText();
  const state = store.getState();
  if (state.run === 1 && state.snapshot.last === 0 && !isPlaying(state)) restore(text);
}

function restore(text: string | undefined): void {
  const persisted = text === undefined ? undefined : readPersistedState(text);
  if (persisted !== undefined) restoreVisit(persisted);
}
