/**
 * The experiment: every setting of a run, but no results. The same experiment always gives the same numbers. It is plain
 * JSON, the same in a file, in a link, and in memory.
 */
import type { AxisMap, DatasetName, UnitMap } from "../data/index.ts";
import type { TargetKind } from "../math/classes.ts";
import type { FeatureName } from "../nn/features/index.ts";
import type { OutputChoice } from "../nn/head.ts";
import type { InitializerName } from "../nn/initializers.ts";
import type { HiddenLayer, LinearParameters } from "../nn/network.ts";
import type { Regularization } from "../nn/regularizers/index.ts";
import { type OptimizerChoice, defaultChoice } from "../nn/optimizers/index.ts";

/** A dataset that is a truth table. */
export type GateName = "xor" | "and" | "or";

/** A dataset of real measurements. */
export type RealName = "iris" | "penguins";

/** Your own points, and what their columns are. */
export interface CustomData {
  readonly name: "custom";
  /** Raw inputs of a point, 1 to 4; 2 where it is left out. */
  readonly inputs?: number;
  /** What the targets are; a label 0 or 1 where it is left out. */
  readonly targets?: TargetKind;
  /** Values of a point, 1 to 4; 1 where it is left out. */
  readonly outputs?: number;
  /** Classes, 2 to 4; 1 + the largest label where it is left out. */
  readonly classes?: number;
  /** Rows of the inputs, and then the label or the values. */
  readonly samples: readonly (readonly number[])[];
  /** From an input to the number it stands for where it came from; without it they are the same. */
  readonly map?: UnitMap | readonly AxisMap[];
  /** The same for values that are targets. */
  readonly targetMap?: readonly AxisMap[];
  /** The box that pictures and probes cover, for each input; [0, 1] where it is left out. */
  readonly domain?: readonly (readonly [low: number, high: number])[];
}

/** Which points are trained on: a gate, a generated dataset, real data, or your own points. */
export type DatasetChoice =
  | { readonly name: GateName }
  | {
      readonly name: Exclude<DatasetName, GateName | RealName>;
      /** The number of points, 4–1000. */
      readonly points: number;
      /** Standard deviation of the jitter: of a shape in units of its larger side, of a function in those of its values, 0–0.3. */
      readonly noise: number;
      readonly seed: number;
      /** Of a shape with several classes, 2–4. */
      readonly classes?: number;
      /** Digits after the point to which all numbers are rounded, 0–6. */
      readonly decimals?: number;
    }
  | {
      readonly name: RealName;
      /** The inputs: 1 to 4 columns of the table, from 1. */
      readonly columns: readonly number[];
      /** The target, where the dataset has several. */
      readonly target?: string;
      readonly decimals?: number;
    }
  | CustomData;

/** The source of the initial parameters: drawn with a seed, or given. */
export type InitializerChoice =
  | {
      readonly name: InitializerName;
      readonly seed: number;
      /** Digits after the point to which the drawn weights are rounded before they are used, 0–6. */
      readonly decimals?: number;
    }
  | { readonly name: "given"; readonly parameters: readonly LinearParameters[] };

/** Inputs, hidden layers, output and first parameters, as they are chosen. */
export interface NetworkChoice {
  /** The network's inputs; the raw ones where it is left out. */
  readonly features?: readonly FeatureName[];
  readonly hidden: readonly HiddenLayer[];
  /** The output's activation and loss; the usual ones for the targets where it is left out. */
  readonly output?: OutputChoice;
  readonly initializer: InitializerChoice;
}

/** The samples that are held out. */
export interface SplitChoice {
  /** The share of the samples to hold out, 0–0.9. Their number is rounded down. */
  readonly test: number;
  /** The seed that decides which samples are held out. */
  readonly seed: number;
}

/** The training samples that each update uses: all, or `size` of them in a random order for each epoch. */
export type BatchChoice = "all" | { readonly size: number; readonly seed: number };

/** When training ends, and how many samples an update uses. */
export interface TrainingChoice {
  /** Training stops after this many epochs. */
  readonly epochs: number;
  /** Whether the two rules of convergence may stop training earlier. */
  readonly autoStop: boolean;
  readonly batch: BatchChoice;
}

/** The training settings that can be changed during a run. */
export type LimitChoice = Pick<TrainingChoice, "epochs" | "autoStop">;

/** A change made during the run, applied after `at` updates and before the next. */
export type Change =
  | { readonly at: number; readonly optimizer: OptimizerChoice }
  | { readonly at: number; readonly parameter: string; readonly value: number };

/** Every setting of a run, as plain JSON: data, network, optimizer, training, and the changes made during the run. */
export interface Experiment {
  readonly version: 1;
  readonly dataset: DatasetChoice;
  readonly split: SplitChoice;
  readonly network: NetworkChoice;
  /** Factors of the penalty on the weights; none where it is left out. */
  readonly regularization?: Regularization;
  readonly optimizer: OptimizerChoice;
  readonly training: TrainingChoice;
  readonly changes: readonly Change[];
}

/** The page's first view, and the defaults for keys that a file leaves out. */
export const defaultExperiment: Experiment = {
  version: 1,
  dataset: { name: "circles", points: 200, noise: 0.02, seed: 27 },
  split: { test: 0, seed: 0 },
  network: {
    hidden: [{ units: 4, activation: "tanh" }],
    initializer: { name: "torch", seed: 19 },
  },
  optimizer: defaultChoice("adam"),
  training: { epochs: 10_000, autoStop: true, batch: "all" },
  changes: [],
};

/** The largest seed. PyTorch's torch.manual_seed and a 32-bit generator agree up to it. */
export const MAX_SEED = 2 ** 32 - 1;
/** The largest epoch limit of an experiment. */
export const MAX_EPOCHS = 5_000_000;
/** The largest number of updates of a run. With mini-batches an epoch has several updates. */
export const MAX_UPDATES = 5_000_000;
/** The largest share of the samples that can be held out. */
export const MAX_TEST_SHARE = 0.9;
/** The largest number of hidden layers. */
export const MAX_LAYERS = 4;
/** The largest number of units in a hidden layer. */
export const MAX_UNITS = 8;
/** The largest number of custom points. */
export const MAX_SAMPLES = 5000;
/** The allowed and the default number of points of a generated dataset. */
export const POINTS = { min: 4, max: 1000, default: 200 } as const;
/** The limits of a generated dataset's jitter, in units of the shape's longer side. */
export const NOISE = { min: 0, max: 0.3 } as const;
/** The most raw inputs of a network. */
export const MAX_INPUTS = 4;
/** The most outputs of a network. */
export const MAX_OUTPUTS = 4;
/** The most features of a network. */
export const MAX_FEATURES = 8;
/** The most digits after the point to which numbers can be rounded. */
export const MAX_DECIMALS = 6;
/** The largest factor of a penalty. */
export const MAX_PENALTY = 100;
