import { type SyntheticEvent, useEffect, useState } from "react";
import { type AppState, useApp } from "../../store/store.ts";
import { reachFor } from "./reach.ts";

/**
 * One reach for all sliders. It follows the values, but while a thumb is held it only grows, so that no slider moves
 * under the hand. `hold` is for the keys and pointers pressed on them.
 */
export function useReach(): { reach: number; hold: (event: SyntheticEvent) => void } {
  const needed = useApp((state) => reachFor(largestOf(state)));
  const [held, setHeld] = useState(false);
  const [reach, setReach] = useState(needed);
  const now = held ? Math.max(needed, reach) : needed;
  if (now !== reach) setReach(now);
  useEffect(() => {
    if (!held) return undefined;
    const release = (): void => setHeld(false);
    RELEASES.forEach((name) => window.addEventListener(name, release));
    return () => RELEASES.forEach((name) => window.removeEventListener(name, release));
  }, [held]);
  return { reach: now, hold: ({ target }) => isTrack(target) && setHeld(true) };
}

const RELEASES = ["pointerup", "pointercancel", "keyup", "blur"] as const;

export const isTrack = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type === "range";

/** The largest size of a parameter, also of those set by hand that the trainer hasn't received yet. */
function largestOf({ outbox, snapshot }: AppState): number {
  const set = outbox.pending.flatMap(({ command }) =>
    command.kind === "edit" ? command.values.map(({ value }) => value) : [],
  );
  const most = (largest: number, value: number): number => Math.max(largest, Math.abs(value));
  return set.reduce(most, snapshot.params.reduce(most, 0));
}
