/** Ways for a view to follow the state. */
import { useEffect, useLayoutEffect, useState } from "react";
import { type AppState, store, useApp } from "./store.ts";

/** Numbers repaint at most this often while training runs: ten times a second is as fast as eyes read. */
const CALM = 100;
/** What stands still for so long is looked at more closely, in milliseconds. */
const REST = 250;

/** What `select` makes of the state, at most ten times a second while training runs and at once when it does not. */
export function useCalm<T>(select: (state: AppState) => T, interval = CALM): T {
  const [shown, setShown] = useState(() => store.getState());
  useLayoutEffect(() => calmly(setShown, interval), [interval]);
  return select(shown.run === store.getState().run ? shown : store.getState());
}

/** Where the run stands, once nothing has moved for a moment; undefined while it moves. */
export function useResting(): AppState["snapshot"] | undefined {
  const snapshot = useCalm((state) => state.snapshot, REST);
  const playing = useApp((state) => state.playing);
  const [rested, setRested] = useState<AppState["snapshot"]>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(snapshot), REST);
    return () => clearTimeout(timer);
  }, [snapshot]);
  return !playing && rested === snapshot ? rested : undefined;
}

/**
 * Calls `paint` with the state now and after its changes, outside of React's rendering: at most once an interval while
 * training runs, at once when it does not or when anything but the snapshot changed. `paint` keeps its identity.
 */
export function usePaint(paint: (state: AppState) => void, interval = CALM): void {
  useLayoutEffect(() => {
    paint(store.getState());
    return calmly(paint, interval);
  }, [paint, interval]);
}

function calmly(listener: (state: AppState) => void, interval: number): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    listener(store.getState());
  };
  const unsubscribe = store.subscribe((state, before) => {
    const onlyMoved =
      state.playing &&
      before.playing &&
      state.run === before.run &&
      state.selection === before.selection &&
      state.look === before.look &&
      (state.trail === before.trail || state.snapshot.t !== before.snapshot.t) &&
      state.pointed === before.pointed &&
      state.beside === before.beside &&
      state.explained === before.explained &&
      state.panel === before.panel &&
      state.snapshot.branch === before.snapshot.branch &&
      state.optimizer === before.optimizer;
    const wait = last + interval - performance.now();
    if (!onlyMoved || wait <= 0) call();
    else timer ??= setTimeout(call, wait);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Whether there is something to take back, and something that was. */
export function useUndo(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const canUndo = useApp(({ snapshot, earlier }) => snapshot.canUndo || earlier.length > 0);
  const canRedo = useApp(({ snapshot, later }) => snapshot.canRedo || later.length > 0);
  return { canUndo, canRedo };
}
