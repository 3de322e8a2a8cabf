/** What the page says of a run, as functions of the state: no number here is written by hand. */
import { CONFIDENT_EPOCHS, format, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "@neural-viz/engine";
import type { AppState } from "../../store/store.ts";

type Standing = Pick<AppState, "snapshot" | "playing" | "experiment">;

const separated = new Intl.NumberFormat("en");

/** A whole number with separators: 10,000. */
export function count(n: number): string {
  return separated.format(n);
}

function reasonOf({ reason, epoch, id }: Stop): string {
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

/** The sentence at the top of the page. */
export function sentence({ snapshot, playing }: Standing): string {
  const { t, correct, probability, loss, stopped } = snapshot;
  const n = probability.length;
  if (stopped?.reason === "diverged") return `Stopped at epoch ${count(t)}: ${reasonOf(stopped)}.`;
  if (stopped !== undefined) return `${correct} of ${n} on the right side. Stopped: ${reasonOf(stopped)}.`;
  if (t > 0 || playing)
    return `Epoch ${count(t)}: ${correct} of ${n} on the right side, loss ${format(loss)}.`;
  const likeACoin = Math.abs(correct - n / 2) <= n / 10 ? ", about what a coin would get" : "";
  return `This network has learned nothing yet: ${correct} of ${n} points are on the right side${likeACoin}. Press Train.`;
}

/** The same for those who listen: complete in itself. */
export function spokenStatus({ snapshot }: Standing): string {
  const { t, correct, probability, loss, stopped } = snapshot;
  const standing = `Epoch ${t}, loss ${format(loss)}, ${correct} of ${probability.length} correct.`;
  return stopped === undefined ? standing : `${standing} Stopped: ${reasonOf(stopped)}.`;
}
