/** Hooks that let a view follow the state. */
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";
import { isPlaying } from "./run/phase.ts";
import type { Lock } from "./setup/locks.ts";
import { locksAny } from "./setup/refuse.ts";
import { type AppState, store, useApp } from "./store.ts";

/** The shortest time between two repaints of a number during training, in milliseconds. Nobody reads faster. */
const THROTTLE = 100;
/** The same for views with hundreds of numbers, so that the page stays responsive. */
export const MANY_NUMBERS = 300;
/** On a slow machine these views rest this many times as long as they took to render. */
const RESTS = 3;
/** How long they took the last time, in milliseconds. */
let took = 0;

/** Measures the time from now until the next frame has been drawn. */
export function timeManyNumbers(): void {
  const begun = performance.now();
  requestAnimationFrame(() => setTimeout(() => (took = performance.now() - begun)));
}

/** After this long without a change, in milliseconds, the state counts as resting. */
const REST = 250;

/**
 * What `select` returns for the state. It follows training at most once per interval, and any other change at once. A
 * change that leaves every entry of the selection the same causes no render.
 */
export function useThrottled<T>(select: (state: AppState) => T, interval = THROTTLE): T {
  const throttle = useMemo(() => createThrottle(interval), [interval]);
  useLayoutEffect(() => throttle.selectBy(select));
  const shown = useSyncExternalStore(throttle.subscribe, throttle.latest);
  return select(shown.run === store.getState().run ? shown : store.getState());
}

/** The state as a throttled view sees it. */
function createThrottle(interval: number) {
  let latest = store.getState();
  let select: (state: AppState) => unknown = (state) => state;
  /** The run that the view last rendered. Its selector may not make sense for another run. */
  let rendered = latest.run;
  return {
    latest: () => latest,
    selectBy(next: (state: AppState) => unknown): void {
      select = next;
      rendered = store.getState().run;
    },
    subscribe(changed: () => void): () => void {
      latest = store.getState(); // it may have changed since the view was rendered
      return subscribeThrottled(
        (state) => {
          latest = state;
          changed();
        },
        interval,
        (state, before) => state.run === rendered && shallow(select(state), select(before)),
      );
    },
  };
}

/** Whether the address locks one of these. */
export function useLocked(...names: readonly Lock[]): boolean {
  return useApp((state) => locksAny(state, names));
}

/** The snapshot, once nothing has changed for a moment; undefined while it changes. */
export function useResting(): AppState["snapshot"] | undefined {
  const snapshot = useThrottled((state) => state.snapshot, REST);
  const playing = useApp(isPlaying);
  const [rested, setRested] = useState<AppState["snapshot"]>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(snapshot), REST);
    return () => clearTimeout(timer);
  }, [snapshot]);
  return !playing && rested === snapshot ? rested : undefined;
}

/**
 * Calls `paint` with the state, outside of React's rendering: at most once per interval for training, and at once
 * when anything else that `shows` returns has changed. Both must keep their identity.
 */
export function usePaint(
  paint: (state: AppState) => void,
  shows: (state: AppState) => object,
  interval = THROTTLE,
): void {
  useLayoutEffect(
    () => subscribeThrottled(paint, interval, (state, before) => shallow(shows(state), shows(before))),
    [paint, shows, interval],
  );
}

/** Calls `listener` now and after changes. `same` tells whether two states look the same to it. */
function subscribeThrottled(
  listener: (state: AppState) => void,
  interval: number,
  same: (state: AppState, before: AppState) => boolean,
): () => void {
  let latest: AppState;
  let last: number;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    latest = store.getState();
    if (interval === MANY_NUMBERS) timeManyNumbers();
    listener(latest);
  };
  const pace = (): number => (interval === MANY_NUMBERS ? Math.max(interval, RESTS * took) : interval);
  call();
  const unsubscribe = store.subscribe((state, before) => {
    const trained =
      isPlaying(state) &&
      isPlaying(before) &&
      state.snapshot !== before.snapshot &&
      state.run === before.run &&
      state.snapshot.branch === before.snapshot.branch;
    if (!trained) {
      // In another run the selector may not make sense, and the view is about to get another one.
      if (state.run !== latest.run || !same(state, latest)) call();
      return;
    }
    const wait = last + pace() - performance.now();
    if (wait <= 0) call();
    // The next snapshot is usually in time; drawing in between would cost an extra frame.
    else timer ??= setTimeout(call, wait + pace());
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Whether there is something to undo or redo. */
export function useUndo(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const canUndo = useApp(({ snapshot, earlier }) => snapshot.canUndo || earlier.length > 0);
  const canRedo = useApp(({ snapshot, later }) => snapshot.canRedo || later.length > 0);
  return { canUndo, canRedo };
}
