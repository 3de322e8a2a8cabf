/** What the page and the worker that reviews a recording tell each other. */
import type { Comparison, Experiment, QuantityId, Result, Stage } from "@neural-viz/engine";

/** A recording and what was found in it. Index i of each list is its i-th update. */
export interface Review {
  /** The program that wrote it. */
  readonly writer: string | undefined;
  readonly dtype: string;
  /** "2-4-1". */
  readonly shape: string;
  readonly layers: number;
  /** The optimizer's name; undefined where none is recorded. */
  readonly optimizer: string | undefined;
  /** Whether its updates use mini-batches. */
  readonly batched: boolean;
  readonly comparison: Comparison;
  /** The updates done before each. */
  readonly ts: Float64Array;
  /** How many numbers of each differ. */
  readonly differ: Int32Array;
  /** The loss of each, NaN where it isn't recorded or can't be judged. */
  readonly yours: Float64Array;
  readonly ours: Float64Array;
}

/** A number of yours beside ours. */
export interface Pair {
  readonly stage: Stage;
  readonly id: QuantityId;
  readonly yours: number;
  readonly ours: number;
}

/** A stage of an update, in one layer. */
export interface Part {
  readonly stage: Stage;
  /** From 1; undefined for the loss. */
  readonly layer: number | undefined;
  /** Whether the file has its numbers. If it has, and none agrees or differs, they couldn't be judged. */
  readonly recorded: boolean;
  readonly agree: number;
  readonly differ: number;
  /** Its number that is furthest apart, measured by what rounding can do. */
  readonly furthest: Pair | undefined;
}

/** One update in detail. */
export interface UpdateReview {
  readonly index: number;
  readonly t: number;
  /** How many points its batch has. */
  readonly batch: number;
  readonly parts: readonly Part[];
  /** Its differing numbers, the furthest apart first. */
  readonly differences: readonly Pair[];
  /** Whether more differ, which aren't listed. */
  readonly more: boolean;
}

/** A line of the way to our number. */
export interface Line {
  readonly id: QuantityId;
  /** TeX of its formula. */
  readonly symbols: string;
  /** The formula with its numbers, in a calculator's ASCII; undefined if there is nothing to calculate. */
  readonly numbers: string | undefined;
  readonly value: number;
  /** For a parameter after an update, its value before. */
  readonly before: number | undefined;
}

export type Request =
  | { readonly kind: "read"; readonly file: Blob }
  | { readonly kind: "update"; readonly index: number }
  /** Where our number comes from. */
  | { readonly kind: "explain"; readonly index: number; readonly pair: Pair }
  /** The experiment from the parameters before an update. */
  | { readonly kind: "experiment"; readonly index: number }
  /** The experiment with the recorded parameters after every update. */
  | { readonly kind: "recorded" };

export interface Responses {
  readonly read: Result<Review>;
  readonly update: UpdateReview;
  readonly explain: readonly Line[];
  readonly experiment: Result<Experiment>;
  readonly recorded: Result<Experiment>;
}

export type Response =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "answer"; readonly answer: Responses[keyof Responses] };
