/** Says no to what a lock of the page's address does not allow. */
import type { Experiment } from "@neural-viz/engine";
import { type AppState, store } from "../store.ts";
import { brokenBy, type Lock } from "./locks.ts";

const { getState, setState } = store;

/** Whether a lock does not allow this experiment in place of the present one; then the page says which. */
export function refused(next: Experiment): boolean {
  const { locks, experiment, route } = getState();
  // A lesson sets up what it is about; when it is left, what is locked comes back.
  if (route.page === "lesson") return false;
  const lock = brokenBy(locks, experiment, next);
  if (lock !== undefined) setState({ damage: { what: "lock", why: lock } });
  return lock !== undefined;
}

/** Whether the address locks one of these; nothing is locked in a lesson. */
export function locksAny(
  { locks, route }: Pick<AppState, "locks" | "route">,
  names: readonly Lock[],
): boolean {
  return route.page !== "lesson" && names.some((name) => locks.has(name));
}
