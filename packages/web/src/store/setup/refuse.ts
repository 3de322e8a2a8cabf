/** Refuses what the address locks. */
import type { Experiment } from "@neural-viz/engine";
import { type AppState, store } from "../store.ts";
import { brokenBy, type Lock } from "./locks.ts";

const { getState, setState } = store;

/** Whether a lock forbids replacing the current experiment with this one. If so, the page says which. */
export function refused(next: Experiment): boolean {
  const { locks, experiment, route } = getState();
  // A lesson may set up anything; leaving it restores what is locked.
  if (route.page === "lesson") return false;
  const lock = brokenBy(locks, experiment, next);
  if (lock !== undefined) setState({ damage: { what: "lock", why: lock } });
  return lock !== undefined;
}

/** Whether the address locks one of these. Nothing is locked in a lesson. */
export function locksAny(
  { locks, route }: Pick<AppState, "locks" | "route">,
  names: readonly Lock[],
): boolean {
  return route.page !== "lesson" && names.some((name) => locks.has(name));
}
