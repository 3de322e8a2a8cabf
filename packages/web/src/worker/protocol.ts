/**
 * The messages between the page and the worker.
 *
 * The worker sends a snapshot only after the page has drawn the last one, so at most one is in flight: a page that
 * draws slowly gets fewer, fresher snapshots and never a queue. Each snapshot brings the losses of all epochs since
 * the last one, so none is lost. Each answer carries the number of its question.
 */
import type {
  AlongUpdate,
  BugBench,
  Change,
  Diagnosis,
  Directions,
  ErrorCurve,
  Experiment,
  Explanation,
  Fit,
  GradientCheck,
  LabeledTrace,
  LayerHealth,
  LimitChoice,
  OptimizerChoice,
  Picture,
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
  PaperName,
  WorksheetStage,
  UpdateBench,
  UpdateMistakeName,
} from "@neural-viz/engine";
import type { Lowest } from "./lowest.ts";

/** The pictures that the page shows. Hidden ones are not computed. */
export interface PictureOptions {
  /** Cells along each side of the boundary. */
  readonly size: number;
  /** Whether the maps of the hidden units are shown. */
  readonly maps: boolean;
  /** The plane that pictures of more than two inputs show; undefined shows the usual one. */
  readonly cut: Pick<Picture, "axes" | "through"> | undefined;
  /** The branch shown next to the current one. */
  readonly comparison: number | undefined;
}

/** A plane through the parameters after t updates. */
export interface Sliced {
  readonly t: number;
  readonly directions: Directions;
}

/** A point of a network after t updates: of the branch shown, of another one, or of another experiment. */
export interface BesidePlace {
  readonly t: number;
  /** From 1. */
  readonly sample: number;
  readonly of?: { readonly branch: number } | { readonly experiment: Experiment } | undefined;
}

/** What a place shows. A shorter run ends earlier, and smaller data have fewer points, so it tells where it is. */
export interface BesideSide extends Pick<BesidePlace, "t" | "sample"> {
  /** The inputs of the network: the features of the point. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly trace: LabeledTrace;
  readonly loss: number;
  /** How many of the points trained on are correct; undefined for values. */
  readonly correct: number | undefined;
  readonly trained: number;
  /** Updates per epoch. */
  readonly perEpoch: number;
  /** Undefined for classes. */
  readonly rmse: number | undefined;
  readonly largestTarget: number;
  /** Where the point is in the picture, in shares of its sides from the lower left; undefined for more than two inputs. */
  readonly at: readonly number[] | undefined;
  readonly pictures: Pictures;
}

/** What the page can ask about the run. */
export type Question =
  /** Where numbers come from. An id that this run doesn't have gets a sentence instead. */
  | { readonly kind: "explain"; readonly ids: readonly string[] }
  /** Many values at once, without derivations; NaN for ids that this run doesn't have. */
  | { readonly kind: "values"; readonly ids: readonly string[] }
  /** Whether a number that was typed for a quantity is correct. */
  | { readonly kind: "judge"; readonly id: string; readonly typed: number }
  /** The loss as a function of this parameter alone, at an epoch. */
  | { readonly kind: "slope"; readonly parameter: string; readonly t: number }
  /** Backprop compared with finite differences, for every parameter at an epoch. */
  | { readonly kind: "check"; readonly t: number; readonly epsilon: number }
  /** The error of one parameter's finite difference as a function of ε. */
  | { readonly kind: "errors"; readonly parameter: string; readonly t: number }
  /** The loss in every cell of a square in a plane through the parameters at an epoch. */
  | (Sliced & { readonly kind: "surface"; readonly reach: number; readonly size: number })
  /** The recorded run, projected onto that plane. */
  | (Sliced & { readonly kind: "path" })
  /** Updates by the current optimizer from a point of that plane. */
  | (Sliced & { readonly kind: "descent"; readonly from: Coordinates; readonly updates: number })
  /** What training with a planted bug would do from an epoch on, and what the gradient check finds. */
  | { readonly kind: "bug"; readonly t: number; readonly bug: PlantedBug; readonly epochs: number }
  /** The same with a mistake in the optimizer's step, and what the update check finds. */
  | {
      readonly kind: "updateBug";
      readonly t: number;
      readonly mistake: UpdateMistakeName;
      readonly epochs: number;
    }
  /** A point of the run at an epoch, and another place beside it. */
  | { readonly kind: "beside"; readonly places: readonly [BesidePlace, BesidePlace] }
  /** Several optimizers from the same weights, one epoch at a time. */
  | { readonly kind: "race"; readonly race: RaceChoice }
  /** How low training gets from an experiment after t updates. */
  | { readonly kind: "lowest"; readonly experiment: Experiment; readonly t: number }
  /** How well gradients reach each layer. */
  | { readonly kind: "health"; readonly t: number }
  /** Which factors make a parameter's gradient small, over all samples and for one (counted from 1). */
  | { readonly kind: "small"; readonly parameter: string; readonly sample: number; readonly t: number }
  /** Whether a straight line can separate the training points. */
  | { readonly kind: "separability" }
  /** What there is to say of the run at an epoch. */
  | { readonly kind: "diagnosis"; readonly t: number }
  /** The objective along an update, from 1. */
  | { readonly kind: "along"; readonly t: number }
  /** A worksheet about one update from the weights after t updates, rounded; the point counts from 1. */
  | {
      readonly kind: "worksheet";
      readonly t: number;
      readonly sample: number;
      readonly blanks: readonly WorksheetStage[];
      readonly paper: PaperName;
    }
  /** Quantities over the epochs of the run, by their ids without the epoch. */
  | { readonly kind: "series"; readonly stems: readonly string[] };

/** The value of a result that is ok. */
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
  readonly updateBug: UpdateBench & { readonly t: number };
  /** A side is undefined if its branch no longer exists. */
  readonly beside: readonly (BesideSide | undefined)[];
  readonly race: Race;
  readonly lowest: Lowest;
  readonly health: { readonly t: number; readonly layers: readonly LayerHealth[] };
  readonly small: Result<Smallness>;
  readonly separability: Separability;
  readonly diagnosis: { readonly t: number; readonly found: readonly Diagnosis[] };
  readonly along: Result<AlongUpdate>;
  /** The sheet and its key in HTML, with marks in place of formulas. */
  readonly worksheet: Result<{ readonly sheet: string; readonly key: string }>;
  readonly series: readonly Result<Series>[];
}

/** A parameter by its name, and the value to set it to. */
export interface ParameterValue {
  readonly parameter: string;
  readonly value: number;
}

export type Command =
  /** Starts a new run at epoch 0. The run's number tells its reports from those of earlier runs. */
  | {
      readonly kind: "configure";
      readonly run: number;
      readonly experiment: Experiment;
      readonly play: boolean;
    }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }
  /** Trains one epoch. */
  | { readonly kind: "step" }
  /** Shows the state after t updates, and trains up to t if the run isn't that long yet. */
  | { readonly kind: "seek"; readonly t: number }
  /** Sets the pace in epochs per second; Infinity is as fast as the machine can. */
  | { readonly kind: "pace"; readonly epochsPerSecond: number }
  /** Continues with another optimizer from the epoch shown. In the past this begins a branch. */
  | {
      readonly kind: "optimizer";
      readonly optimizer: OptimizerChoice;
      /** Whether to begin a branch even at the last epoch, so that the run stays as it was. */
      readonly branch?: boolean;
    }
  /** Sets parameters at the epoch shown, all in one change. In the past this begins a branch. */
  | { readonly kind: "edit"; readonly values: readonly ParameterValue[] }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "training"; readonly training: LimitChoice }
  /** Shows another branch of the run. */
  | { readonly kind: "switch"; readonly branch: number }
  | { readonly kind: "discard"; readonly branch: number }
  | { readonly kind: "pictures"; readonly options: PictureOptions }
  | { readonly kind: "ask"; readonly run: number; readonly number: number; readonly question: Question }
  /** The question no longer needs an answer. */
  | { readonly kind: "cancel"; readonly number: number }
  /** The last snapshot is on the screen, so the next may be sent. */
  | { readonly kind: "frameDrawn" }
  /** Asks for a sign of life. */
  | { readonly kind: "ping" };

/** One branch of a run: the first one, or one that began with a change. */
export interface BranchSummary {
  readonly id: number;
  /** A, B, C … */
  readonly name: string;
  /** The recording it branched off from, unless it is the first. */
  readonly from: { readonly id: number; readonly t: number } | undefined;
  /** The last epoch it reached. */
  readonly last: number;
  readonly stopped: Stop | undefined;
  readonly events: readonly RunEvent[];
}

/** A moment worth going back to. */
export interface RunEvent {
  readonly t: number;
  readonly label: string;
}

/** Another branch at the epoch shown, to compare. */
export interface BranchComparison {
  readonly branch: number;
  readonly t: number;
  readonly loss: number;
  readonly correct: number | undefined;
  /** ‖w − w′‖, the Euclidean distance of the two parameter vectors. */
  readonly distance: number;
  readonly pictures: Pictures;
}

/** The state of the run at the epoch shown. It is replaced whole and never modified. */
export interface Snapshot {
  readonly run: number;
  /** How many commands the trainer has carried out, not counting `frameDrawn`, `ping`, `ask` and `cancel`. */
  readonly acknowledged: number;
  /**
   * The optimizer that the run began with, and the changes made since. Nothing else in the experiment changes during
   * a run.
   */
  readonly base: OptimizerChoice;
  readonly changes: readonly Change[];
  readonly training: TrainingChoice;
  readonly playing: boolean;
  /** Updates done at the epoch shown. */
  readonly t: number;
  /** The last recorded epoch. */
  readonly last: number;
  readonly branch: number;
  readonly branches: readonly BranchSummary[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The current optimizer. */
  readonly optimizer: OptimizerChoice;
  readonly params: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
  /** How many training points are correct; undefined for values. */
  readonly correct: number | undefined;
  /** The loss over the held-out points and how many of them are correct; undefined if no points are held out. */
  readonly test: { readonly loss: number; readonly correct: number | undefined } | undefined;
  /** How well values are fitted; undefined for classes. */
  readonly fit: Fit | undefined;
  /** The loss with the penalty on the weights; undefined without one. */
  readonly objective: number | undefined;
  /** The outputs of each sample. */
  readonly outputs: readonly Float64Array[];
  /** Why training stopped here. */
  readonly stopped: Stop | undefined;
  readonly dead: readonly Unit[];
  /** What the pictures show of the inputs. */
  readonly picture: Picture;
  readonly pictures: Pictures;
  readonly comparison: BranchComparison | undefined;
}

/** The outputs over the inputs at an epoch, whose contour or curve stays on the picture. */
export interface Ring {
  readonly epoch: number;
  readonly size: number;
  /** The outputs of each cell. */
  readonly outputs: readonly Float64Array[];
}

/** What the page doesn't have yet of a branch. */
export interface BranchDelta {
  readonly branch: number;
  /** The first epoch of these losses. */
  readonly from: number;
  readonly losses: Float64Array;
  /** The test losses from the same epoch on; empty if no points are held out. */
  readonly testLosses: Float64Array;
  /** The objectives from the same epoch on; empty without a penalty on the weights. */
  readonly objectives: Float64Array;
  readonly rings: readonly Ring[];
}

export type Report =
  | {
      readonly kind: "snapshot";
      readonly snapshot: Snapshot;
      readonly deltas: readonly BranchDelta[];
    }
  /** The share of the work that is done, for an answer that takes long. */
  | { readonly kind: "progress"; readonly number: number; readonly share: number }
  | {
      readonly kind: "answer";
      readonly number: number;
      readonly answer: Answers[keyof Answers];
    }
  /** The answer to a ping. */
  | { readonly kind: "pong" };
