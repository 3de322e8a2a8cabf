/**
 * What an output head is: the activation of the output layer and the loss, with the numbers that depend on both.
 *
 * Each head is defined in one file of heads/. `outputsOf`, `lossOf` and `deltaOf` say for one sample what a head is;
 * the others do the same for a block of samples, to the last bit.
 */
import type { Columns, TargetKind } from "../math/classes.ts";

/** What turns z of the output layer into the network's outputs. */
export type OutputActivation = "sigmoid" | "softmax" | "identity" | "tanh";

/** The most samples in a block: two layers of eight units are 16 kB, which stay in the fastest cache. */
export const WIDTH = 128;

/** ℓ: cross-entropy, the mean of the squared errors of a sample's outputs, or half their sum. */
export type LossName = "crossEntropy" | "mse" | "squaredError";

/** The output layer as it is chosen. */
export interface OutputChoice {
  readonly activation: OutputActivation;
  readonly loss: LossName;
}

/** What is added up over the samples of a pass. */
export interface Tally {
  /** The sum of ℓ. */
  loss: number;
  /** Samples classified correctly; for values it stays 0. */
  correct: number;
  /** The smallest confidence of any sample; without a confidence it stays 1. */
  leastConfidence: number;
}

/** An output head: an activation and a loss, for targets of one kind. */
export interface Head extends OutputChoice {
  readonly targets: TargetKind;
  /** Whether a prediction is correct or not: targets are labels, not values. */
  readonly classifies: boolean;
  /** Whether |δ| of every output is bounded whatever z is. */
  readonly bounded: boolean;
  /** How sure a prediction is, 0 to 1, from a sample's outputs; only cross-entropy has one. */
  readonly confidenceOf: ((outputs: ArrayLike<number>) => number) | undefined;
  /** The network's outputs of one sample, from z of the output layer. */
  readonly outputsOf: (z: Float64Array) => Float64Array;
  /** ℓ of one sample. */
  readonly lossOf: (z: Float64Array, outputs: Float64Array, targets: ArrayLike<number>) => number;
  /** δ = ∂ℓ/∂z of each output of one sample. */
  readonly deltaOf: (outputs: Float64Array, targets: ArrayLike<number>) => Float64Array;
  /** sum + ℓ of n samples, one after the other; z of output j of sample s stands at z[j * n + s]. */
  readonly addLosses: (sum: number, z: Float64Array, n: number, from: number, targets: Columns) => number;
  /** The outputs of n samples into `out` from `from` on. */
  readonly outputs: (z: Float64Array, n: number, from: number, out: Columns) => void;
  /** The outputs, and what the samples add to the tally, one after the other. */
  readonly score: (
    z: Float64Array,
    n: number,
    from: number,
    targets: Columns,
    out: Columns,
    tally: Tally,
  ) => void;
  /** δ of output j of sample s into delta[j * n + s]. */
  readonly delta: (n: number, from: number, targets: Columns, out: Columns, delta: Float64Array) => void;
}
