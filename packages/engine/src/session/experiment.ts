/**
 * The experiment: all that was chosen, and nothing that happened. The same experiment always gives the same numbers.
 * It is a plain JSON value, the same in a file, in a link and in memory.
 */
import type { DatasetName, UnitMap } from "../data/index.ts";
import type { HiddenLayer, LinearParameters } from "../nn/network.ts";
import type { InitializerName } from "../nn/initializers.ts";
import { type OptimizerChoice, defaultChoice } from "../nn/optimizers/index.ts";

/** Which points are trained on: a gate, a generated dataset, or points of one's own. */
export type DatasetChoice =
  | { readonly name: "xor" | "and" | "or" }
  | {
      readonly name: Exclude<DatasetName, "xor" | "and" | "or">;
      /** How many, 4–1000. */
      readonly points: number;
      /** Standard deviation of the jitter in units of the shape's larger side, 0–0.3. */
      readonly noise: number;
      readonly seed: number;
    }
  | {
      readonly name: "custom";
      readonly samples: readonly (readonly [x1: number, x2: number, label: number])[];
      /** From an input to the number it stands for where it came from; without it they are the same. */
      readonly map?: UnitMap;
    };

/** Where the first parameters come from: drawn by a seed, or given. */
export type InitializerChoice =
  | { readonly name: InitializerName; readonly seed: number }
  | { readonly name: "given"; readonly parameters: readonly LinearParameters[] };

/** Hidden layers and first parameters, as they are chosen. */
export interface NetworkChoice {
  readonly hidden: readonly HiddenLayer[];
  readonly initializer: InitializerChoice;
}

/** Samples that are kept from training. */
export interface SplitChoice {
  /** The share of the samples held out, 0–0.9; their number is rounded down. */
  readonly test: number;
  /** Draws which ones. */
  readonly seed: number;
}

/** How many training samples each update looks at: all, or so many in an order drawn for each epoch. */
export type BatchChoice = "all" | { readonly size: number; readonly seed: number };

/** When training ends, and how many samples an update looks at. */
export interface TrainingChoice {
  /** Training stops after this many epochs. */
  readonly epochs: number;
  /** Whether the two rules of convergence may stop it earlier. */
  readonly autoStop: boolean;
  readonly batch: BatchChoice;
}

/** What of it may be changed while a run is under way. */
export type LimitChoice = Pick<TrainingChoice, "epochs" | "autoStop">;

/** What was changed during the run: applied after `at` updates and before the next. */
export type Change =
  | { readonly at: number; readonly optimizer: OptimizerChoice }
  | { readonly at: number; readonly parameter: string; readonly value: number };

/** All that was chosen, as plain JSON: data, network, optimizer, training, and the changes made on the way. */
export interface Experiment {
  readonly version: 1;
  readonly dataset: DatasetChoice;
  readonly split: SplitChoice;
  readonly network: NetworkChoice;
  readonly optimizer: OptimizerChoice;
  readonly training: TrainingChoice;
  readonly changes: readonly Change[];
}

/** The first view, and what a file means by the keys it leaves out. */
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

/** Seeds are what torch.manual_seed and a 32-bit generator agree on. */
export const MAX_SEED = 2 ** 32 - 1;
/** The largest epoch limit of an experiment. */
export const MAX_EPOCHS = 5_000_000;
/** With mini-batches an epoch has several updates; a run ends after this many at the latest. */
export const MAX_UPDATES = 5_000_000;
/** The largest share of the samples that can be held out. */
export const MAX_TEST_SHARE = 0.9;
/** The most hidden layers of a network. */
export const MAX_LAYERS = 4;
/** The most units of a hidden layer. */
export const MAX_UNITS = 8;
/** The most points of one's own. */
export const MAX_SAMPLES = 5000;
/** How many points a generated dataset may have, and has where nothing is chosen. */
export const POINTS = { min: 4, max: 1000, default: 200 } as const;
/** The limits of a generated dataset's jitter, in units of the shape's larger side. */
export const NOISE = { min: 0, max: 0.3 } as const;
