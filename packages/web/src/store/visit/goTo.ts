/** Goes from page to page. */
import { brokenBy } from "../setup/locks.ts";
import { currentBookmark, show } from "../setup/setups.ts";
import { store } from "../store.ts";
import type { Route } from "./route.ts";

const { getState, setState } = store;

/** Goes to a page, and the address follows. Leaving a lesson restores what the address locks. */
export function goTo(route: Route): void {
  const { route: from, locks, experiment, beforeLesson } = getState();
  const entering = route.page === "lesson" && from.page !== "lesson";
  const leaving = from.page === "lesson" && route.page !== "lesson";
  setState({ route, beforeLesson: entering ? currentBookmark() : beforeLesson });
  if (leaving && brokenBy(locks, beforeLesson.experiment, experiment) !== undefined) show(beforeLesson);
}
