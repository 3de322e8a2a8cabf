/** What the present trainer was told, and what of it may still be on its way. */
import type { Command } from "../../worker/protocol.ts";

export interface Outbox {
  /** How many commands the trainer was sent. */
  readonly sent: number;
  /** What a person asked for that the trainer may not have carried out yet, with the numbers of the commands. */
  readonly pending: readonly { readonly number: number; readonly command: Command }[];
}

export const emptyOutbox: Outbox = { sent: 0, pending: [] };

/** Commands that leave the run as it is. */
export const HARMLESS: ReadonlySet<Command["kind"]> = new Set(["pictures", "pace"]);

/** After the trainer has carried out so many commands. */
export function acknowledge(outbox: Outbox, count: number): Outbox {
  const pending = outbox.pending.filter(({ number }) => number > count);
  return pending.length === outbox.pending.length ? outbox : { ...outbox, pending };
}

/** What of the commands a lost trainer had not carried out is still to be done: after a new set-up nothing before it. */
export function stillToDo(pending: readonly Command[]): readonly Command[] {
  const configured = pending.findLastIndex(({ kind }) => kind === "configure");
  return pending
    .slice(configured + 1)
    .filter(({ kind }) => kind === "optimizer" || kind === "edit" || kind === "step" || kind === "seek");
}
