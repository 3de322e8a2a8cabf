/** The run shown: what was chosen, what the trainer reported of it, and what it is doing. */
import type { Experiment, OptimizerChoice } from "@neural-viz/engine";
import type { Snapshot } from "../../worker/protocol.ts";
import { firstSnapshot } from "./first.ts";
import { type BranchRecord, firstRecordOf } from "./records.ts";
import { emptyOutbox, type Outbox } from "./outbox.ts";
import { ready, type RunPhase } from "./phase.ts";
import type { Replay } from "./replay.ts";

/** A run that has been trained again, and whether its parameters have the bits they had. */
export interface Arrival {
  /** It came by a link, its trainer was lost, or it comes from an earlier visit. */
  readonly after: "link" | Replay["after"];
  readonly same: boolean;
  /** Whether it had no other branches; those it had are gone. */
  readonly alone: boolean;
}

export interface RunState {
  /** What was chosen, with the changes made on the way in the branch shown. */
  readonly experiment: Experiment;
  /** Counts the runs: reports of earlier ones are dropped. */
  readonly run: number;
  readonly snapshot: Snapshot;
  /** What is known of the branch shown, and of all by their numbers. */
  readonly record: BranchRecord;
  readonly records: ReadonlyMap<number, BranchRecord>;
  readonly phase: RunPhase;
  /** What became of the numbers when a run that had been elsewhere, or before, was trained again here. */
  readonly arrived: Arrival | undefined;
  readonly outbox: Outbox;
}

/** What is new with every run. */
export type NewRun = Pick<RunState, "experiment" | "run" | "snapshot" | "record" | "records" | "arrived">;

export function newRun(experiment: Experiment, run: number, resolution: number): NewRun {
  const snapshot = firstSnapshot(experiment, run, resolution);
  const record = firstRecordOf(snapshot);
  const records = new Map([[snapshot.branch, record]]);
  return { experiment, run, snapshot, record, records, arrived: undefined };
}

/** The run of a page that was just opened. */
export function firstRun(experiment: Experiment, resolution: number): RunState {
  return { ...newRun(experiment, 1, resolution), phase: ready, outbox: emptyOutbox };
}

/** The optimizer in force: the one that was chosen last, as soon as it is, before the trainer has heard of it. */
export function optimizerInForce({
  phase,
  outbox,
  snapshot,
}: Pick<RunState, "phase" | "outbox" | "snapshot">): OptimizerChoice {
  const pending = outbox.pending.map(({ command }) => command);
  const held = phase.kind === "replaying" ? phase.held : [];
  const last = [...pending, ...held].findLast(({ kind }) => kind === "optimizer" || kind === "configure");
  return last?.kind === "optimizer" ? last.optimizer : snapshot.optimizer;
}
