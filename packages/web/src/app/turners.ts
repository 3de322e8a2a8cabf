/** What a clicker turns: the run's epochs, the scenes of a talk, or the units of the explained step. */
import { seekTargetOf } from "../store/run/phase.ts";
import { closeInspector } from "../store/inspector/inspect.ts";
import { closePanel } from "../store/panels/open.ts";
import { leaveStep, showUnit } from "../store/inspector/step.ts";
import { seek, seekBy, step } from "../store/run/control.ts";
import { openLink, showScene } from "../store/visit/navigation.ts";
import { store } from "../store/store.ts";
import { unitsOfStep } from "../store/inspector/focus.ts";
import type { Turner } from "../ui/kit/clicker.ts";

/** One epoch forward or back. At the end of the run, trains the next one. */
export const turnEpoch: Turner = (by) => {
  const state = store.getState();
  const { snapshot } = state;
  if (by < 0 || (seekTargetOf(state) ?? snapshot.t) < snapshot.last) seekBy(by);
  else if (snapshot.stopped === undefined) step();
  return true;
};

/** One scene forward or back, in a talk. */
export const turnScene: Turner = (by) => {
  const { scene } = store.getState();
  if (scene === undefined) return false;
  showScene(scene + by);
  return true;
};

/** One unit of the explained step, if there is one. After a scene that shows a unit comes the next scene. */
export const turnUnit: Turner = (by) => {
  const state = store.getState();
  if (state.explained === undefined || state.scenes[state.scene ?? -1]?.step !== undefined) return false;
  const { zoom, unit } = state.explained;
  const units = unitsOfStep(state.explained, state);
  if (units.length === 0) return true; // they are still loading
  const next = Math.max(0, Math.min(units.length - 1, Math.min(unit, units.length - 1) + by));
  if (next !== unit) showUnit(next, zoom, units[next]!.stage === "update");
  return true;
};

/** Back to the first scene, or to where the address leads: the epoch it links to, or the untrained network. */
export function goHome(): void {
  leaveStep();
  if (store.getState().scene !== undefined) return showScene(0);
  if (location.hash !== "") return openLink(location.hash);
  closeInspector();
  closePanel();
  seek(0);
}
