/** What can be exported of a run as text: its result and its experiment. */
import { resultLine } from "@neural-viz/engine";
import { partsOf } from "../derived.ts";
import { store } from "../store.ts";

const { getState } = store;

/** The result of the run so far, in one line that can be compared with others. */
export function resultText(): string {
  const state = getState();
  const { t, params, loss, correct, test } = state.snapshot;
  const { trained, heldOut } = partsOf(state);
  return resultLine({ experiment: state.experiment, t, params, loss, correct, trained, test, heldOut });
}

/** The experiment as a file, with the changes made during the run. */
export function experimentFile(): { readonly name: string; readonly text: string } {
  const { experiment } = getState();
  return {
    name: `neural-viz-${experiment.dataset.name}.json`,
    text: `${JSON.stringify(experiment, undefined, 2)}\n`,
  };
}
