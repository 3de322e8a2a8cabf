/**
 * What the page and the worker say to each other: two unions, and one credit.
 *
 * The worker sends a snapshot only when the last one was drawn, so at most one is in flight: a page that draws slowly
 * gets fewer, fresher ones, never a queue. Every epoch's loss rides along, so nothing is lost.
 */
import type {
  Change,
  Experiment,
  OptimizerChoice,
  Pictures,
  Stop,
  TrainingChoice,
  Unit,
} from "@neural-viz/engine";

/** Which pictures the page shows; hidden ones are not computed. */
export interface Wanted {
  /** Cells along each side of the boundary. */
  readonly size: number;
  /** Whether the hidden units' own maps are shown. */
  readonly maps: boolean;
}

export type Command =
  /** A new run, from its first epoch. Reports of earlier runs are dropped by their number. */
  | {
      readonly kind: "configure";
      readonly run: number;
      readonly experiment: Experiment;
      readonly play: boolean;
    }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }
  /** One epoch. */
  | { readonly kind: "step" }
  /** Epochs per second; Infinity is as fast as the machine can. */
  | { readonly kind: "pace"; readonly epochsPerSecond: number }
  | { readonly kind: "optimizer"; readonly optimizer: OptimizerChoice }
  | { readonly kind: "training"; readonly training: TrainingChoice }
  | { readonly kind: "want"; readonly wanted: Wanted }
  /** The last snapshot is on screen: send the next when there is one. */
  | { readonly kind: "drawn" };

/** Where the run stands: never modified, replaced whole. */
export interface Snapshot {
  readonly run: number;
  /** How many commands, `drawn` aside, the trainer had carried out. */
  readonly heard: number;
  /** What was changed on the way; the rest of the experiment is the one the run was configured with. */
  readonly changes: readonly Change[];
  readonly playing: boolean;
  /** Updates done. */
  readonly t: number;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  readonly correct: number;
  /** ŷ of each sample. */
  readonly probability: Float64Array;
  readonly stopped: Stop | undefined;
  readonly dead: readonly Unit[];
  readonly pictures: Pictures;
}

/** The boundary at an epoch whose p = ½ contour stays on the picture. */
export interface Ring {
  readonly epoch: number;
  readonly size: number;
  readonly boundary: Float64Array;
}

export type Report = {
  readonly kind: "snapshot";
  readonly snapshot: Snapshot;
  /** The losses the page does not have yet, from this epoch on. */
  readonly lossesFrom: number;
  readonly losses: Float64Array;
  /** The growth rings the page does not have yet. */
  readonly rings: readonly Ring[];
};
