/**
 * The state of the page, in slices. Each of its three kinds has one owner:
 *
 *   experiment   what was chosen: owned by the person at the controls
 *   snapshot     what happened: owned by the trainer, replaced whole and never modified
 *   the rest     what is selected and how it is shown: owned by the page, forgotten when it closes
 */
import type { Experiment } from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { closedInspector, type InspectorState } from "./inspector/state.ts";
import { FIRST_POINT, type FirstMinuteState, firstMinuteAt } from "./first/state.ts";
import { noPanels, type PanelsState } from "./panels/state.ts";
import { openingExperiment } from "./run/opening.ts";
import { ready, seeking } from "./run/phase.ts";
import { firstRun, newRun, type NewRun, type RunState } from "./run/state.ts";
import { firstLook, newSelection, type SelectionState } from "./selection/state.ts";
import { locksOf } from "./setup/locks.ts";
import { firstSetup, type Scatter, type SetupState } from "./setup/state.ts";
import { playground, routeOf } from "./visit/route.ts";
import { type Addressed, firstVisit, type VisitState } from "./visit/state.ts";

export type AppState = RunState &
  SetupState &
  SelectionState &
  InspectorState &
  PanelsState &
  VisitState &
  FirstMinuteState;

/** The state of a page that has just been opened, with what its address contains. */
function firstState({ linked, scenes, damage }: Partial<Addressed>): AppState {
  const run = firstRun(linked?.experiment ?? openingExperiment, firstLook.resolution);
  const first = firstMinuteAt(location);
  return {
    ...run,
    phase: linked === undefined ? ready : seeking(linked.t, linked),
    ...firstSetup(
      run.experiment,
      openingExperiment.dataset as Scatter,
      linked?.t ?? 0,
      locksOf(location.search),
    ),
    ...newSelection(run.snapshot.outputs[0]!.length),
    ...first,
    ...(first.first === undefined ? {} : { selection: { kind: "sample", index: FIRST_POINT } as const }),
    look: firstLook,
    epochsPerSecond: 100,
    ...closedInspector,
    ...noPanels,
    ...firstVisit((damage === undefined && routeOf(location.hash)) || playground, scenes, damage),
  };
}

export const store = createStore<AppState>(() => firstState({}));

/** Begins with what the address contains. Called before the first frame, if it contains something to read. */
export function openAt(addressed: Addressed): void {
  store.setState(firstState(addressed), true);
}

/** A new run, with the parts of the page's state that a new run resets. */
export function freshPage(experiment: Experiment): {
  readonly fresh: NewRun;
  readonly also: Partial<AppState>;
} {
  const { run, look } = store.getState();
  const fresh = newRun(experiment, run + 1, look.resolution);
  const also = {
    ...newSelection(fresh.snapshot.outputs[0]!.length),
    ...closedInspector,
    comparison: undefined,
  };
  return { fresh, also };
}

/** What `select` returns for the state, for a view that follows it. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select);
}
