/**
 * Sees to it that there is a trainer. One whose worker breaks, or falls silent, is replaced by another, which is told
 * the present run anew; where no worker starts at all, training goes on in the page itself, by the same code.
 *
 * It knows no worker and no clock of its own: `openWorker`, `openHere` and `every` come from outside.
 */
import { messages } from "#text/worker";
import type { Command, Report } from "./protocol.ts";

/** A way to a trainer. */
export interface Connection {
  readonly send: (command: Command) => void;
  readonly close: () => void;
}

/** Opens a connection. `broke` hears one sentence without its full stop when nothing more will come from it. */
export type Open = (receive: (report: Report) => void, broke: (reason: string) => void) => Connection;

/** The one a trainer is kept for. */
export interface Supervised {
  readonly receive: (report: Report) => void;
  /** A trainer that knows nothing yet is at the other end; `again` when another was told of the present run before. */
  readonly attach: (send: (command: Command) => void, again: boolean) => void;
  /** Training runs in the page itself. */
  readonly inPage: () => void;
  readonly failed: (reason: string) => void;
}

export interface Means {
  readonly openWorker: Open;
  readonly openHere: Open;
  /** Calls back again and again after so many milliseconds; returns the way to stop. */
  readonly every: (milliseconds: number, callback: () => void) => () => void;
}

/** A trainer that was silent for so long is pinged, in milliseconds, … */
const PATIENCE = 6000;
/** … and one that was silent at so many pings is lost. The longest slice of its work is far shorter. */
const MAX_PINGS = 2;
/** After so many losses that follow each other there is no use in trying on. */
const MAX_LOSSES = 3;
/** A trainer that was well for so many turns of patience has made up for an earlier loss. */
const RECOVERED = 20;

/** Starts a trainer and keeps one there; returns the way to stop. */
export function superviseTrainer({ openWorker, openHere, every }: Means, supervised: Supervised): () => void {
  let connection: Connection | undefined;
  let inPage = false;
  /** Whether the present trainer has ever reported, and whether it has since the last ping. */
  let alive = false;
  let reported = false;
  let unanswered = 0;
  let well = 0;
  let losses = 0;

  function open(how: Open, again: boolean): void {
    let mine = true;
    const opened = how(
      (report) => {
        if (!mine) return;
        alive = true;
        reported = true;
        if (report.kind !== "pong") supervised.receive(report);
      },
      (reason) => {
        if (mine) lose(reason);
      },
    );
    connection = {
      send: opened.send,
      close() {
        mine = false;
        opened.close();
      },
    };
    alive = false;
    reported = true;
    unanswered = 0;
    well = 0;
    supervised.attach((command) => {
      if (mine) opened.send(command);
    }, again);
  }

  function openWorkerOrHere(again: boolean): void {
    try {
      open(openWorker, again);
    } catch {
      // A worker may be forbidden altogether.
      goInPage(again);
    }
  }

  function goInPage(again: boolean): void {
    inPage = true;
    supervised.inPage();
    open(openHere, again);
  }

  function lose(reason: string): void {
    const started = alive;
    connection?.close();
    losses += 1;
    if (inPage || losses > MAX_LOSSES) {
      connection = undefined;
      supervised.failed(reason);
    } else if (started) openWorkerOrHere(true);
    else goInPage(true);
  }

  openWorkerOrHere(false);
  const stop = every(PATIENCE, () => {
    if (inPage || connection === undefined) return;
    well = reported ? well + 1 : 0;
    if (well >= RECOVERED) losses = 0;
    unanswered = reported ? 0 : unanswered + 1;
    reported = false;
    if (unanswered >= MAX_PINGS) lose(messages.noAnswer);
    else connection.send({ kind: "ping" });
  });
  return () => {
    stop();
    connection?.close();
  };
}
