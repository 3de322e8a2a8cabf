/** The numbers that an exercise being made asks for. */
import type { QuantityId } from "@neural-viz/engine";
import { store } from "../store.ts";
import { fromPresent } from "./fromPresent.ts";

const { getState, setState } = store;

/** Whether a press on a number asks for it. */
export function setAsking(asking: boolean): void {
  if (getState().asking !== asking) setState({ asking });
}

/** Replaces what is asked for; with a reason, something of it was refused. */
export function setAsked(asked: readonly QuantityId[], askRefused?: string): void {
  setState({ asked, askRefused });
}

/** Asks for a number of the page, or no longer. */
export function toggleAsked(pressed: QuantityId): void {
  const { asked, snapshot } = getState();
  const id = fromPresent(pressed, snapshot.t);
  setAsked(asked.includes(id) ? asked.filter((one) => one !== id) : [...asked, id]);
}
