/** What the page says of a run, as functions of the state: no number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import { partsOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";

const separated = new Intl.NumberFormat("en");

/** A whole number with separators: 10,000. */
export function count(n: number): string {
  return separated.format(n);
}

export function reasonOf({ reason, epoch, id }: Stop, perEpoch: number): string {
  switch (reason) {
    case "converged-loss":
      return `the loss is below ${SMALL_LOSS}`;
    case "converged-confidence":
      return `every point has been right and over ${HIGH_CONFIDENCE * 100} % confident for ${CONFIDENT_EPOCHS} epochs`;
    case "epochs":
      return perEpoch === 1
        ? `the ${count(epoch)}-epoch limit was reached`
        : `the limit of ${count(epoch / perEpoch)} epochs of ${perEpoch} updates was reached`;
    case "updates":
      return `the limit of ${count(epoch)} updates was reached`;
    case "diverged":
      return `${id} is no longer a finite number`;
  }
}

/** What t counts: with the full batch an epoch is one update. */
export function unitOf(perEpoch: number): "epoch" | "update" {
  return perEpoch === 1 ? "epoch" : "update";
}

/** Where a run stands after t updates: its epoch, and with mini-batches the batches of that epoch that are done. */
export function whenOf(t: number, perEpoch: number): string {
  if (perEpoch === 1) return `epoch ${count(t)}`;
  return `epoch ${count(Math.floor(t / perEpoch))} · batch ${count(t % perEpoch)} of ${count(perEpoch)}`;
}

/** How many training points are right, and of those held out. */
export function rightOf(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { correct, test } = state.snapshot;
  const { trained, heldOut } = partsOf(state);
  const train = `${correct} of ${trained}`;
  return test === undefined ? train : `${train}, test ${test.correct} of ${heldOut}`;
}

/** The standing of the run for those who listen, complete in itself. */
export function spokenStatus(state: Pick<AppState, "snapshot" | "experiment">): string {
  const { t, loss, stopped } = state.snapshot;
  const { perEpoch } = partsOf(state);
  const standing = `${capital(whenOf(t, perEpoch))}, loss ${format(loss)}, ${rightOf(state)} correct.`;
  return stopped === undefined ? standing : `${standing} Stopped: ${reasonOf(stopped, perEpoch)}.`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
