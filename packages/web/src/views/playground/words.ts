/** What the page says of a run, as functions of the state: no number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import type { AppState } from "../../store/store.ts";

const separated = new Intl.NumberFormat("en");

/** A whole number with separators: 10,000. */
export function count(n: number): string {
  return separated.format(n);
}

export function reasonOf({ reason, epoch, id }: Stop): string {
  switch (reason) {
    case "converged-loss":
      return `the loss is below ${SMALL_LOSS}`;
    case "converged-confidence":
      return `every point has been right and over ${HIGH_CONFIDENCE * 100} % confident for ${CONFIDENT_EPOCHS} epochs`;
    case "epochs":
      return `the ${count(epoch)}-epoch limit was reached`;
    case "diverged":
      return `${id} is no longer a finite number`;
  }
}

/** The standing of the run for those who listen, complete in itself. */
export function spokenStatus({ snapshot }: Pick<AppState, "snapshot">): string {
  const { t, correct, probability, loss, stopped } = snapshot;
  const standing = `Epoch ${t}, loss ${format(loss)}, ${correct} of ${probability.length} correct.`;
  return stopped === undefined ? standing : `${standing} Stopped: ${reasonOf(stopped)}.`;
}
