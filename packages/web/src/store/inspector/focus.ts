/**
 * What the graph and the keys need to know about the explained step. Its units are in a separate file, which loads
 * after the first paint, or earlier if a step is explained. Until then there are no units.
 */
import { type AppState, store } from "../store.ts";
import type * as Units from "./useUnits.ts";

let units: typeof Units | undefined;
let coming: Promise<void> | undefined;

/** Fetches the units, once. */
export function fetchUnits(): Promise<void> {
  return (coming ??= fetchNow());
}

async function fetchNow(): Promise<void> {
  try {
    units = await import("./useUnits.ts");
  } catch {
    coming = undefined; // the next use tries again
    return;
  }
  const { explained } = store.getState();
  // Views that rendered without the units render again.
  if (explained !== undefined) store.setState({ explained: { ...explained } });
}

/** What the explained step shows; undefined when no step is explained. */
export function stepFocus(state: AppState): ReturnType<typeof Units.stepFocus> {
  if (state.explained === undefined) return undefined;
  void fetchUnits();
  return units?.stepFocus(state);
}

/** The units of the explained step. */
export function unitsOfStep(
  ...asked: Parameters<typeof Units.unitsOfStep>
): ReturnType<typeof Units.unitsOfStep> {
  return units?.unitsOfStep(...asked) ?? [];
}
