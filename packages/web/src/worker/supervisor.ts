/**
 * Keeps a trainer running. It replaces one whose worker breaks or stops answering, and the new one trains the current
 * run again. If no worker starts at all, the same code runs in the page.
 *
 * It creates no worker and reads no clock itself: `openWorker`, `openHere` and `every` are passed in.
 */
import { messages } from "#text/worker";
import type { Command, Report } from "./protocol.ts";

/** A connection to a trainer. */
export interface Connection {
  readonly send: (command: Command) => void;
  readonly close: () => void;
}

/** Opens a connection. It calls `broke` with a sentence, without its period, when nothing more will come from it. */
export type Open = (receive: (report: Report) => void, broke: (reason: string) => void) => Connection;

/** The page that the trainer works for. */
export interface Supervised {
  readonly receive: (report: Report) => void;
  /** A trainer without any state is connected; `again` if an earlier one had the current run. */
  readonly attach: (send: (command: Command) => void, again: boolean) => void;
  /** Training runs in the page itself. */
  readonly inPage: () => void;
  readonly failed: (reason: string) => void;
}

export interface Means {
  readonly openWorker: Open;
  readonly openHere: Open;
  /** Calls back repeatedly at this interval; returns a function that stops it. */
  readonly every: (milliseconds: number, callback: () => void) => () => void;
}

/** How long a trainer may be silent before it is pinged, in milliseconds. */
const PATIENCE = 6000;
/**
 * How many pings may go unanswered before the trainer counts as lost. Even its longest slice of work is far shorter.
 */
const MAX_PINGS = 2;
/** How many losses in a row to accept before giving up. */
const MAX_LOSSES = 3;
/** After this many intervals without trouble, earlier losses no longer count. */
const RECOVERED = 20;

/** Starts a trainer and keeps one running; returns a function that stops it. */
export function superviseTrainer({ openWorker, openHere, every }: Means, supervised: Supervised): () => void {
  let connection: Connection | undefined;
  let inPage = false;
  /** Whether the current trainer has ever reported, and whether it has since the last ping. */
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
      // The browser may forbid workers altogether.
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
