/** What a run is doing: exactly one of these at any time. Only `lifecycle.ts` changes it. */
import type { Linked } from "@neural-viz/engine";
import type { Command } from "../../worker/protocol.ts";
import type { BranchRecord } from "./records.ts";
import type { Replay } from "./replay.ts";

/** What the person wants the run to do. */
export type Intent =
  /** Rest at the epoch shown. */
  | { readonly kind: "ready" }
  /** Train. */
  | { readonly kind: "playing" }
  /** Go to a number of updates. */
  | {
      readonly kind: "seeking";
      readonly to: number;
      /** Whether the trainer is training there. If the epoch was recorded already, it shows it at once. */
      readonly underway: boolean;
      /** The link that is being opened. What it selects is shown on arrival. */
      readonly link: Linked | undefined;
    };

export type RunPhase =
  | Intent
  /** The run is being trained again in the background, up to where it was; the page still shows the old numbers. */
  | {
      readonly kind: "replaying";
      readonly replay: Replay;
      /** First up to the last update, then back to the one that was shown. */
      readonly leg: "up" | "back";
      /** What is known about its branches so far. */
      readonly records: ReadonlyMap<number, BranchRecord>;
      /** Commands that wait until the run is back. */
      readonly held: readonly Command[];
      /** What to do then. */
      readonly intent: Intent;
    }
  /** The trainer can't go on. */
  | { readonly kind: "failed"; readonly why: string };

export const ready: Intent = { kind: "ready" };
export const playing: Intent = { kind: "playing" };

export const seeking = (to: number, link?: Linked): Intent => ({
  kind: "seeking",
  to,
  underway: false,
  link,
});

/** The intent, now or after the run has been trained again; undefined if the trainer can't go on. */
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

/** Whether the run trains, or will once it has been trained again. The button then says Pause. */
export function isPlaying({ phase }: HasPhase): boolean {
  const intent = intentOf(phase);
  return intent?.kind === "playing" || (intent?.kind === "seeking" && intent.underway);
}

/** The number of updates that was asked for, until the trainer has the command. */
export function seekTargetOf({ phase }: HasPhase): number | undefined {
  const intent = intentOf(phase);
  return intent?.kind === "seeking" && !intent.underway ? intent.to : undefined;
}

/** The link whose epoch hasn't been reached yet. */
export function linkOpening({ phase }: HasPhase): Linked | undefined {
  const intent = intentOf(phase);
  return intent?.kind === "seeking" ? intent.link : undefined;
}

/** The run that is being trained again, and how far it is. */
export function replayOf({ phase }: HasPhase): Replay | undefined {
  return phase.kind === "replaying" ? phase.replay : undefined;
}

/** Why the trainer can't go on. */
export function failureOf({ phase }: HasPhase): string | undefined {
  return phase.kind === "failed" ? phase.why : undefined;
}
