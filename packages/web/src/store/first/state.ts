/**
 * The first minute: what a new visitor is asked about the opening experiment, one question after the other, in the
 * sentence above the page. Any other action ends it. It comes once on a device.
 */

/**
 * `ask`: how many lines it takes. `watch`: the run. `found`: how the lines add up. `ledgers`: a neuron is switched off.
 * `slope`: how the network found them, at epoch 0.
 */
export type Moment = "ask" | "watch" | "found" | "ledgers" | "slope";

interface FirstMinute {
  readonly moment: Moment;
  /** How many lines the person guessed. */
  readonly guess: number | undefined;
  /** Another point that is compared with the selected one, from 0. */
  readonly other?: number | undefined;
}

export interface FirstMinuteState {
  readonly first: FirstMinute | undefined;
}

/** The blue point whose numbers it shows, from 0. */
export const FIRST_POINT = 36;

/** Where a device remembers that the first minute has begun on it. */
const SEEN = "neural-viz.first-minute";

/** The first minute of a page that has just been opened: only for somebody new, at the plain address. */
export function firstMinuteAt({ hash, search }: Pick<Location, "hash" | "search">): FirstMinuteState {
  const plain = hash === "" && search === "";
  return { first: plain && !wasSeen() ? { moment: "ask", guess: undefined } : undefined };
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true; // the browser forbids it, so it would come every time
  }
}

/** It won't come by itself again. */
export function rememberSeen(): void {
  try {
    localStorage.setItem(SEEN, "1");
  } catch {
    // Then it isn't remembered.
  }
}
