import type { Report } from "./protocol.ts";

/** What the trainer and its scheduler need from outside: a clock, a timer, and somewhere to send reports. */
export interface Environment {
  readonly send: (report: Report) => void;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Calls back after at least this many milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
}
