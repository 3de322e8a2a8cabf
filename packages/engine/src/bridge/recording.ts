/**
 * A recording of somebody's own training: what each line of a `.nviz.jsonl` file holds. The format is described in
 * docs/recording.md.
 */
import type { Batch } from "../nn/kernel.ts";
import type { Network } from "../nn/network.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import type { Regularization } from "../nn/regularizers/index.ts";
import type { Dtype } from "./dtype.ts";

/** The name of the format, in the first line of each recording. */
export const RECORDING_FORMAT = "neural-viz-recording";

/** An optimizer of a recording. */
export interface RecordedOptimizer {
  readonly choice: OptimizerChoice;
  /** λ of PyTorch's weight decay: λw is added to the gradient of every parameter inside the step. 0 for AdamW, which has its own. */
  readonly weightDecay: number;
}

/** The first line: what was trained, and on which points. */
export interface RecordingHead {
  readonly dtype: Dtype;
  readonly network: Network;
  readonly optimizer: RecordedOptimizer | undefined;
  readonly regularization: Regularization;
  /** All points. */
  readonly data: Batch;
  /** The program that wrote the file. */
  readonly writer: string | undefined;
}

/** One update. What the recording leaves out is undefined. Parameters are in the order of the network's. */
export interface RecordedUpdate {
  /** Updates done before this one. */
  readonly t: number;
  /** The points that the update used, from 0. */
  readonly batch: "all" | readonly number[];
  readonly loss?: number;
  /** The parameters before the update. */
  readonly parameters?: Float64Array;
  /** What the optimizer was given. */
  readonly gradient?: Float64Array;
  /** The parameters after the update. */
  readonly after?: Float64Array;
  /** The optimizer's state before the update, by the names of its slots. */
  readonly state?: Readonly<Record<string, Float64Array>>;
  /** The optimizer from this update on. */
  readonly optimizer?: RecordedOptimizer;
}
