/**
 * The definition of a dataset: points in the plane, each with a label 0 or 1.
 *
 * A gate is a truth table. A geometric dataset is a noiseless shape. The jitter, the scaling into [0, 1]², and the
 * balance of the classes are the same for all of them and are in generate.ts.
 */
import type { Random } from "../math/random.ts";

/** n samples in file order, one array per column. */
export interface Samples {
  readonly count: number;
  /** First input of each sample. */
  readonly x1: Float64Array;
  /** Second input of each sample. */
  readonly x2: Float64Array;
  /** Label of each sample: 0 or 1. */
  readonly y: Float64Array;
}

/** A dataset that is a truth table. */
export interface Gate {
  readonly kind: "gate";
  readonly label: string;
  /** Rows of x₁, x₂ and label. */
  readonly table: readonly (readonly [x1: number, x2: number, label: number])[];
}

/** A dataset that is a noiseless shape. */
export interface Geometric {
  readonly kind: "geometric";
  readonly label: string;
  /** The default standard deviation of the jitter, in units of the shape's longer side. */
  readonly noise: number;
  /**
   * One point of a class on the noiseless shape, in the shape's own units. `along`, in [0, 1), is the position along the
   * curve or across the area. A class of n points gets one point in each nth of it, so that no part stays empty.
   */
  readonly pointAt: (label: 0 | 1, along: number, random: Random) => readonly [x1: number, x2: number];
}

/** A dataset of the registry: a gate or a noiseless shape. */
export type Dataset = Gate | Geometric;
