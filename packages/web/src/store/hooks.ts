/** Ways for a view to follow the state. */
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";
import { isPlaying } from "./run/phase.ts";
import type { Lock } from "./setup/locks.ts";
import { locksAny } from "./setup/refuse.ts";
import { type AppState, store, useApp } from "./store.ts";

/** Numbers repaint at most this often while training runs: ten times a second is as fast as eyes read. */
const THROTTLE = 100;
/** Views with hundreds of numbers follow at this pace, so that the page has time for what is pressed. */
export const MANY_NUMBERS = 300;
/** On a slow machine they rest so many times as long as they took to appear. */
const RESTS = 3;
/** How long they took the last time, in milliseconds. */
let took = 0;

/** Notes how long it takes from now until the next frame has been drawn. */
export function timeManyNumbers(): void {
  const begun = performance.now();
  requestAnimationFrame(() => setTimeout(() => (took = performance.now() - begun)));
}

/** What stands still for so long is looked at more closely, in milliseconds. */
const REST = 250;

/**
 * What `select` makes of the state: of the training's news at most once an interval, of any other change at once. What
 * leaves every entry of the selection alone is not looked at.
 */
export function useThrottled<T>(select: (state: AppState) => T, interval = THROTTLE): T {
  const throttle = useMemo(() => createThrottle(interval), [interval]);
  useLayoutEffect(() => throttle.selectBy(select));
  const shown = useSyncExternalStore(throttle.subscribe, throttle.latest);
  return select(shown.run === store.getState().run ? shown : store.getState());
}

/** The state as a throttled view has been told it. */
function createThrottle(interval: number) {
  let latest = store.getState();
  let select: (state: AppState) => unknown = (state) => state;
  /** The run that the view last rendered: what it selects by may make no sense in another. */
  let rendered = latest.run;
  return {
    latest: () => latest,
    selectBy(next: (state: AppState) => unknown): void {
      select = next;
      rendered = store.getState().run;
    },
    subscribe: (changed: () => void): (() => void) =>
      subscribeThrottled(
        (state) => {
          latest = state;
          changed();
        },
        interval,
        (state, before) => state.run === rendered && shallow(select(state), select(before)),
      ),
  };
}

/** Whether the address locks one of these. */
export function useLocked(...names: readonly Lock[]): boolean {
  return useApp((state) => locksAny(state, names));
}

/** Where the run stands, once nothing has moved for a moment; undefined while it moves. */
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
 * Calls `paint` with the state, outside of React's rendering: with the training's news at most once an interval, at once
 * when anything of what else it `shows` changed. Both keep their identity.
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

/** Calls `listener` now and after changes; `same` tells whether it has nothing to do with a state after an earlier one. */
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
      // Of another run the selection may make no sense: what it goes by is about to be another, too.
      if (state.run !== latest.run || !same(state, latest)) call();
      return;
    }
    const wait = last + pace() - performance.now();
    if (wait <= 0) call();
    // The next news is usually in time; drawing between two would be a frame more.
    else timer ??= setTimeout(call, wait + pace());
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
