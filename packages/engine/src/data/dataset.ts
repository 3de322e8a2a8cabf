/**
 * What a dataset is: points with 1 to 4 inputs, each with its target.
 *
 * A gate is a truth table. A shape is a noiseless picture in the plane, with two labels or several classes; a function
 * gives a value for each place. The jitter, the scaling and the balance of the classes are the same for all of them and
 * live in generate.ts. Real data are a table with its own units.
 */
import type { Columns, TargetKind } from "../math/classes.ts";
import type { Random } from "../math/random.ts";

/** n samples in file order, one array per column. */
export interface Samples {
  readonly count: number;
  readonly kind: TargetKind;
  /** The raw inputs x₁ … x_d. */
  readonly inputs: Columns;
  /** Labels 0 and 1 in one column; for classes one column each, 1 where a sample belongs to it, else 0; or values. */
  readonly targets: Columns;
}

/** A dataset that is a truth table. */
export interface Gate {
  readonly kind: "gate";
  readonly label: string;
  /** Rows of x₁, x₂ and label. */
  readonly table: readonly (readonly [x1: number, x2: number, label: number])[];
}

/** A dataset that is a noiseless shape in the plane. */
export interface Shape {
  readonly kind: "shape";
  readonly label: string;
  /** The default standard deviation of the jitter, in units of the shape's longer side. */
  readonly noise: number;
  /** How many classes there can be; without it there are the labels 0 and 1. */
  readonly classes?: { readonly min: number; readonly max: number; readonly default: number };
  /**
   * One point of a class on the noiseless shape, in the shape's own units. `along`, in [0, 1), is the position along the
   * curve or across the area. A class of n points gets one point in each nth of it, so that no part stays empty.
   */
  readonly pointAt: (
    label: number,
    along: number,
    random: Random,
    classes: number,
  ) => readonly [x1: number, x2: number];
}

/** A dataset whose targets are values of a function of 1 or 2 inputs in [0, 1]. */
export interface FunctionData {
  readonly kind: "function";
  readonly label: string;
  /** Standard deviation of what is added to the values where none is chosen, in their units. */
  readonly noise: number;
  readonly inputs: 1 | 2;
  /** TeX. */
  readonly symbols: string;
  readonly of: (x: ArrayLike<number>) => number;
}

/** A table of real measurements. */
export interface RealData {
  readonly kind: "real";
  readonly label: string;
  /** What was measured, in the order of the columns. */
  readonly columns: readonly { readonly name: string; readonly unit: string }[];
  /** The classes, from 0. */
  readonly classes: readonly string[];
  /** The columns that are inputs where none are chosen, from 1: for the class, and for each column that can be a target. */
  readonly inputs: readonly number[];
  /** Columns that can be the target in place of the class, from 1, by what they are chosen by. */
  readonly valueTargets: Readonly<Record<string, number>>;
  /** Rows of measurements and class: numbers between commas, rows between blanks. */
  readonly rows: string;
}

/** A dataset of the registry. */
export type Dataset = Gate | Shape | FunctionData | RealData;

/** What comes into a network, and what its outputs are compared with. */
export interface DataShape {
  /** Raw inputs, 1 to 4. */
  readonly inputs: number;
  readonly targets: TargetKind;
  /** Columns of targets, which are the network's outputs. */
  readonly outputs: number;
}
