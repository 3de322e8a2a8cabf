/** What can be exported of a run as text: its result and its experiment. */
import { fingerprint, resultLine } from "@neural-viz/engine";
import { store } from "../store.ts";

const { getState } = store;

/** The result of the run so far, in one line that can be computed again. */
export function resultText(name: string): string {
  const { experiment, snapshot } = getState();
  const { t, params, loss } = snapshot;
  return resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name });
}

/** The experiment as a file, with the changes made during the run. */
export function experimentFile(): { readonly name: string; readonly text: string } {
  const { experiment } = getState();
  return {
    name: `neural-viz-${experiment.dataset.name}.json`,
    text: `${JSON.stringify(experiment, undefined, 2)}\n`,
  };
}
