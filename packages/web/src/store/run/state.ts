/** The current run: what was chosen, what the trainer reported, and what it is doing. */
import type { Experiment, OptimizerChoice } from "@neural-viz/engine";
import type { Snapshot } from "../../worker/protocol.ts";
import { firstSnapshot } from "./first.ts";
import { type BranchRecord, firstRecordOf } from "./records.ts";
import { emptyOutbox, type Outbox } from "./outbox.ts";
import { ready, type RunPhase } from "./phase.ts";
import type { Replay } from "./replay.ts";

/** A run that has been trained again, and whether its parameters have the same bits as before. */
export interface Arrival {
  /** Whether it came from a link, its trainer was lost, or it comes from an earlier visit. */
  readonly after: "link" | Replay["after"];
  readonly same: boolean;
  /** Whether it had no other branches. They are lost. */
  readonly alone: boolean;
}

export interface RunState {
  /** What was chosen, with the changes made during the run in the branch shown. */
  readonly experiment: Experiment;
  /** Counts the runs, so that reports of earlier ones can be dropped. */
  readonly run: number;
  readonly snapshot: Snapshot;
  /** The record of the branch shown, and the records of all branches by id. */
  readonly record: BranchRecord;
  readonly records: ReadonlyMap<number, BranchRecord>;
  readonly phase: RunPhase;
  /** Whether a run from elsewhere or from before reached the same numbers here. */
  readonly arrived: Arrival | undefined;
  readonly outbox: Outbox;
}

/** The parts of the state that are new with every run. */
export type NewRun = Pick<RunState, "experiment" | "run" | "snapshot" | "record" | "records" | "arrived">;

export function newRun(experiment: Experiment, run: number, resolution: number): NewRun {
  const snapshot = firstSnapshot(experiment, run, resolution);
  const record = firstRecordOf(snapshot);
  const records = new Map([[snapshot.branch, record]]);
  return { experiment, run, snapshot, record, records, arrived: undefined };
}

/** The run of a page that has just been opened. */
export function firstRun(experiment: Experiment, resolution: number): RunState {
  return { ...newRun(experiment, 1, resolution), phase: ready, outbox: emptyOutbox };
}

/** The current optimizer: the last one chosen, even before the trainer has received it. */
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
