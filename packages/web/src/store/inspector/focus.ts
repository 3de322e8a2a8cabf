/**
 * What the graph and the keys ask of the explained step. Its units have a file of their own, which comes after the first
 * paint, or when a step is explained before that; until then it has no units.
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
    coming = undefined; // asked for again when they are needed
    return;
  }
  const { explained } = store.getState();
  // What was drawn without them is drawn again.
  if (explained !== undefined) store.setState({ explained: { ...explained } });
}

/** What the explained step is at; nothing when none is explained. */
export function stepFocus(state: AppState): ReturnType<typeof Units.stepFocus> {
  if (state.explained === undefined) return undefined;
  void fetchUnits();
  return units?.stepFocus(state);
}

/** The units of the step that is explained. */
export function unitsOfStep(
  ...asked: Parameters<typeof Units.unitsOfStep>
): ReturnType<typeof Units.unitsOfStep> {
  return units?.unitsOfStep(...asked) ?? [];
}
