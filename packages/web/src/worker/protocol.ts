/**
 * What the page and the worker say to each other: two unions, and one credit.
 *
 * The worker sends a snapshot only when the last one was drawn, so at most one is in flight: a page that draws slowly
 * gets fewer, fresher ones, never a queue. Every epoch's loss rides along, so nothing is lost. Questions are answered
 * one by one, each answer with the question's number.
 */
import type {
  BugBench,
  Change,
  Directions,
  ErrorCurve,
  Experiment,
  Explanation,
  GradientCheck,
  LayerHealth,
  LimitChoice,
  OptimizerChoice,
  Pictures,
  Coordinates,
  PlantedBug,
  Race,
  RaceChoice,
  Result,
  Separability,
  Series,
  Slope,
  Smallness,
  Square,
  Stop,
  Trajectory,
  TrainingChoice,
  Unit,
  AnswerCheck,
  WorksheetChoice,
} from "@neural-viz/engine";

/** Which pictures the page shows; hidden ones are not computed. */
export interface PictureOptions {
  /** Cells along each side of the boundary. */
  readonly size: number;
  /** Whether the hidden units' own maps are shown. */
  readonly maps: boolean;
  /** The branch shown beside the present one. */
  readonly comparison: number | undefined;
}

/** A plane through the parameters after t updates. */
export interface Sliced {
  readonly t: number;
  readonly directions: Directions;
}

/** What can be asked about the run. */
export type Question =
  /** Where numbers come from; an id that means nothing here gets a sentence instead. */
  | { readonly kind: "explain"; readonly ids: readonly string[] }
  /** Values alone, of many at once; NaN for what means nothing here. */
  | { readonly kind: "values"; readonly ids: readonly string[] }
  /** Whether a number typed for a quantity is right. */
  | { readonly kind: "judge"; readonly id: string; readonly typed: number }
  /** The loss if only this parameter moved, at an epoch. */
  | { readonly kind: "slope"; readonly parameter: string; readonly t: number }
  /** Backprop beside finite differences, for every parameter at an epoch. */
  | { readonly kind: "check"; readonly t: number; readonly epsilon: number }
  /** How wrong the finite difference of one parameter is, by its ε. */
  | { readonly kind: "errors"; readonly parameter: string; readonly t: number }
  /** The loss at every cell of a square in a plane through the parameters at an epoch. */
  | (Sliced & { readonly kind: "surface"; readonly reach: number; readonly size: number })
  /** The recorded run, seen from that plane. */
  | (Sliced & { readonly kind: "path" })
  /** Updates by the optimizer in force from a place of that plane. */
  | (Sliced & { readonly kind: "descent"; readonly from: Coordinates; readonly updates: number })
  /** What training with a planted mistake would do from an epoch on, and what the gradient check makes of it. */
  | { readonly kind: "bug"; readonly t: number; readonly bug: PlantedBug; readonly epochs: number }
  /** Several optimizers from the same weights, in lock-step. */
  | { readonly kind: "race"; readonly race: RaceChoice }
  /** How well gradients reach each layer. */
  | { readonly kind: "health"; readonly t: number }
  /** Which factors make a parameter's gradient small, over all samples and for one, counted from 1. */
  | { readonly kind: "small"; readonly parameter: string; readonly sample: number; readonly t: number }
  /** Whether one line can separate the points trained on. */
  | { readonly kind: "separability" }
  /** The update after t for paper. */
  | ({ readonly kind: "worksheet" } & WorksheetChoice)
  /** Quantities over the epochs of the run; their ids without the epoch. */
  | { readonly kind: "series"; readonly stems: readonly string[] };

/** What an answer holds when there is one. */
export type ValueOf<R> = R extends { readonly ok: true; readonly value: infer T } ? T : never;

export interface Answers {
  readonly explain: readonly Result<Explanation>[];
  readonly values: Float64Array;
  readonly judge: Result<AnswerCheck>;
  readonly slope: Result<Slope>;
  readonly check: GradientCheck & { readonly t: number };
  readonly errors: Result<ErrorCurve>;
  readonly surface: Result<Sliced & Square & { readonly losses: Float64Array }>;
  readonly path: Result<Sliced & Trajectory>;
  readonly descent: Result<Sliced & Trajectory & { readonly optimizer: OptimizerChoice }>;
  readonly bug: BugBench & { readonly t: number };
  readonly race: Race;
  readonly health: { readonly t: number; readonly layers: readonly LayerHealth[] };
  readonly small: Result<Smallness>;
  readonly separability: Separability;
  readonly worksheet: Result<{ readonly html: string }>;
  readonly series: readonly Result<Series>[];
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
  /** Show what was there after t updates; beyond the last epoch, train until there. */
  | { readonly kind: "seek"; readonly t: number }
  /** Epochs per second; Infinity is as fast as the machine can. */
  | { readonly kind: "pace"; readonly epochsPerSecond: number }
  /** Another optimizer from the epoch shown on. In the past this begins a branch. */
  | {
      readonly kind: "optimizer";
      readonly optimizer: OptimizerChoice;
      /** Whether it begins a branch even at the last epoch, so that the run as it was stays. */
      readonly branch?: boolean;
    }
  /** A parameter set by hand at the epoch shown. In the past this begins a branch. */
  | { readonly kind: "edit"; readonly parameter: string; readonly value: number }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "training"; readonly training: LimitChoice }
  /** Show another branch of the run. */
  | { readonly kind: "switch"; readonly branch: number }
  | { readonly kind: "discard"; readonly branch: number }
  | { readonly kind: "pictures"; readonly options: PictureOptions }
  | { readonly kind: "ask"; readonly run: number; readonly number: number; readonly question: Question }
  /** A question needs no answer any more. */
  | { readonly kind: "cancel"; readonly number: number }
  /** The last snapshot is on screen: send the next when there is one. */
  | { readonly kind: "frameDrawn" }
  /** Is anybody there? */
  | { readonly kind: "ping" };

/** One branch of a run: the first one, or what became of it after a change. */
export interface BranchSummary {
  readonly id: number;
  /** A, B, C … */
  readonly name: string;
  /** The recording it came from, when it came from one. */
  readonly from: { readonly id: number; readonly t: number } | undefined;
  /** The last epoch it reached. */
  readonly last: number;
  readonly stopped: Stop | undefined;
  readonly events: readonly RunEvent[];
}

/** Something worth going back to. */
export interface RunEvent {
  readonly t: number;
  readonly label: string;
}

/** Another branch at the epoch shown, to compare. */
export interface BranchComparison {
  readonly branch: number;
  readonly t: number;
  readonly loss: number;
  readonly correct: number;
  /** ‖w − w′‖, the Euclidean distance of the two parameter vectors. */
  readonly distance: number;
  readonly pictures: Pictures;
}

/** Where the run stands: never modified, replaced whole. */
export interface Snapshot {
  readonly run: number;
  /** How many commands, `frameDrawn`, `ping`, `ask` and `cancel` aside, the trainer had carried out. */
  readonly acknowledged: number;
  /** The optimizer the run began with, and what was changed on the way; the rest of the experiment is the run's own. */
  readonly base: OptimizerChoice;
  readonly changes: readonly Change[];
  readonly training: TrainingChoice;
  readonly playing: boolean;
  /** Updates done at the epoch shown. */
  readonly t: number;
  /** The last epoch there is. */
  readonly last: number;
  readonly branch: number;
  readonly branches: readonly BranchSummary[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The optimizer in force. */
  readonly optimizer: OptimizerChoice;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** How many of the points trained on are right. */
  readonly correct: number;
  /** The loss over the points held out and how many of them are right; undefined when none are. */
  readonly test: { readonly loss: number; readonly correct: number } | undefined;
  /** ŷ of each sample. */
  readonly probability: Float64Array;
  /** Why training ended here. */
  readonly stopped: Stop | undefined;
  readonly dead: readonly Unit[];
  readonly pictures: Pictures;
  readonly comparison: BranchComparison | undefined;
}

/** The boundary at an epoch whose p = ½ contour stays on the picture. */
export interface Ring {
  readonly epoch: number;
  readonly size: number;
  readonly boundary: Float64Array;
}

/** What the page does not have yet of a branch. */
export interface BranchDelta {
  readonly branch: number;
  /** Losses from this epoch on. */
  readonly from: number;
  readonly losses: Float64Array;
  /** The test losses from the same epoch on; empty when nothing is held out. */
  readonly testLosses: Float64Array;
  readonly rings: readonly Ring[];
}

export type Report =
  | {
      readonly kind: "snapshot";
      readonly snapshot: Snapshot;
      readonly deltas: readonly BranchDelta[];
    }
  /** An answer takes long; this share of the work is done. */
  | { readonly kind: "progress"; readonly number: number; readonly share: number }
  | {
      readonly kind: "answer";
      readonly number: number;
      readonly answer: Answers[keyof Answers];
    }
  /** The answer to a ping. */
  | { readonly kind: "pong" };
