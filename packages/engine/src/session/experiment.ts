/**
 * The experiment: every setting of a run, but no results. The same experiment always gives the same numbers. It is plain
 * JSON, the same in a file, in a link, and in memory.
 */
import type { DatasetName, UnitMap } from "../data/index.ts";
import type { HiddenLayer, LinearParameters } from "../nn/network.ts";
import type { InitializerName } from "../nn/initializers.ts";
import { type OptimizerChoice, defaultChoice } from "../nn/optimizers/index.ts";

/** The data: a gate, a generated dataset, or custom points. */
export type DatasetChoice =
  | { readonly name: "xor" | "and" | "or" }
  | {
      readonly name: Exclude<DatasetName, "xor" | "and" | "or">;
      /** The number of points, 4–1000. */
      readonly points: number;
      /** The standard deviation of the jitter in units of the shape's longer side, 0–0.3. */
      readonly noise: number;
      readonly seed: number;
    }
  | {
      readonly name: "custom";
      readonly samples: readonly (readonly [x1: number, x2: number, label: number])[];
      /** The map from the inputs to the data's own units; if it's missing, they are the same. */
      readonly map?: UnitMap;
    };

/** The source of the initial parameters: drawn with a seed, or given. */
export type InitializerChoice =
  | { readonly name: InitializerName; readonly seed: number }
  | { readonly name: "given"; readonly parameters: readonly LinearParameters[] };

/** The hidden layers and the source of the initial parameters. */
export interface NetworkChoice {
  readonly hidden: readonly HiddenLayer[];
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
