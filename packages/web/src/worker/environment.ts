import type { Report } from "./protocol.ts";

/** What the trainer and its scheduler take from outside: where reports go, and the time. */
export interface Environment {
  readonly send: (report: Report) => void;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Calls back after at least this many milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
}
