/** What a run is doing: exactly one of these at any time. Only `lifecycle.ts` leads from one to another. */
import type { Linked } from "@neural-viz/engine";
import type { Command } from "../../worker/protocol.ts";
import type { BranchRecord } from "./records.ts";
import type { Replay } from "./replay.ts";

/** What the person wants of the run. */
export type Intent =
  /** At rest at the epoch shown. */
  | { readonly kind: "ready" }
  /** Training goes on. */
  | { readonly kind: "playing" }
  /** On the way to a number of updates. */
  | {
      readonly kind: "seeking";
      readonly to: number;
      /** Whether the trainer has heard of it; then it trains, for what was recorded is there at once. */
      readonly underway: boolean;
      /** The link that is opened: what it looks at is shown on arrival. */
      readonly link: Linked | undefined;
    };

export type RunPhase =
  | Intent
  /** Trained again out of sight, up to where it stood; what is on the page stays there. */
  | {
      readonly kind: "replaying";
      readonly replay: Replay;
      /** Up to the last update there was, then back to the one that was shown. */
      readonly leg: "up" | "back";
      /** What is known of its branches so far. */
      readonly records: ReadonlyMap<number, BranchRecord>;
      /** Commands that wait until it is there. */
      readonly held: readonly Command[];
      /** What is wanted of it then. */
      readonly intent: Intent;
    }
  /** The trainer cannot go on. */
  | { readonly kind: "failed"; readonly why: string };

export const ready: Intent = { kind: "ready" };
export const playing: Intent = { kind: "playing" };

export const seeking = (to: number, link?: Linked): Intent => ({
  kind: "seeking",
  to,
  underway: false,
  link,
});

/** What is wanted of the run, now or when it has been trained again; undefined when the trainer cannot go on. */
export function intentOf(phase: RunPhase): Intent | undefined {
  switch (phase.kind) {
    case "ready":
    case "playing":
    case "seeking":
      return phase;
    case "replaying":
      return phase.intent;
    case "failed":
      return undefined;
  }
}

interface HasPhase {
  readonly phase: RunPhase;
}

/** Whether training goes on, or will when the run has been trained again: the button to press is Pause. */
export function isPlaying({ phase }: HasPhase): boolean {
  const intent = intentOf(phase);
  return intent?.kind === "playing" || (intent?.kind === "seeking" && intent.underway);
}

/** The number of updates that was asked for, until the trainer has heard of it. */
export function seekTargetOf({ phase }: HasPhase): number | undefined {
  const intent = intentOf(phase);
  return intent?.kind === "seeking" && !intent.underway ? intent.to : undefined;
}

/** The link whose updates are not reached yet. */
export function linkOpening({ phase }: HasPhase): Linked | undefined {
  const intent = intentOf(phase);
  return intent?.kind === "seeking" ? intent.link : undefined;
}

/** The run that is trained again, and how far it is. */
export function replayOf({ phase }: HasPhase): Replay | undefined {
  return phase.kind === "replaying" ? phase.replay : undefined;
}

/** Why the trainer cannot go on, when it cannot. */
export function failureOf({ phase }: HasPhase): string | undefined {
  return phase.kind === "failed" ? phase.why : undefined;
}
