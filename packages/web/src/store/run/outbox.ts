/** The commands that were sent to the current trainer, and those it may not have carried out yet. */
import type { Command } from "../../worker/protocol.ts";

export interface Outbox {
  /** How many commands the trainer was sent. */
  readonly sent: number;
  /** The commands from a person that the trainer may not have carried out yet, with their numbers. */
  readonly pending: readonly { readonly number: number; readonly command: Command }[];
}

export const emptyOutbox: Outbox = { sent: 0, pending: [] };

/** Commands that don't change the run. */
export const HARMLESS: ReadonlySet<Command["kind"]> = new Set(["pictures", "pace"]);

/** The outbox after the trainer has carried out this many commands. */
export function acknowledge(outbox: Outbox, count: number): Outbox {
  const pending = outbox.pending.filter(({ number }) => number > count);
  return pending.length === outbox.pending.length ? outbox : { ...outbox, pending };
}

/** Which commands a lost trainer left to do. A new setup drops those before it. */
export function stillToDo(pending: readonly Command[]): readonly Command[] {
  const configured = pending.findLastIndex(({ kind }) => kind === "configure");
  return pending
    .slice(configured + 1)
    .filter(({ kind }) => kind === "optimizer" || kind === "edit" || kind === "step" || kind === "seek");
}
