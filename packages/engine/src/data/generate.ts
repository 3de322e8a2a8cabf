/**
 * From a shape or a function to samples: points, jitter, and for a shape one uniform scale into the unit square.
 *
 * The classes take turns, so that they are balanced to within one however many points there are. The longer side of
 * the bounding box spans [0, 1] exactly and the other is centered: nothing is clamped or stretched, a circle stays round.
 * The inputs of a function are spread evenly over [0, 1], and its values are jittered alone.
 */
import { oneHot } from "../math/classes.ts";
import { createRandom, normal, type Random } from "../math/random.ts";
import { roundedTo } from "../math/rounding.ts";
import type { FunctionData, Gate, Samples, Shape } from "./dataset.ts";

/** The settings of a generated dataset. */
export interface Generation {
  /** The number of points. */
  readonly points: number;
  /** Standard deviation of the jitter: in units of the noiseless shape's larger side, or of a function's values. */
  readonly noise: number;
  readonly seed: number;
  /** How many classes, of a shape that has several. */
  readonly classes?: number | undefined;
  /** Digits after the point to which everything is rounded; without it nothing is. */
  readonly decimals?: number | undefined;
}

/** The samples of a truth table. */
export function gateSamples({ table }: Gate): Samples {
  return {
    count: table.length,
    kind: "binary",
    inputs: [0, 1].map((k) => Float64Array.from(table, (row) => row[k]!)),
    targets: [Float64Array.from(table, (row) => row[2])],
  };
}

/** The samples of a shape. */
export function shapeSamples({ pointAt, classes: allowed }: Shape, generation: Generation): Samples {
  const { points, noise, seed, decimals } = generation;
  const classes = allowed === undefined ? 2 : (generation.classes ?? allowed.default);
  const random = createRandom(seed);
  // The labels 0 and 1 begin with 1, classes with 0; those that come first have a point more where it doesn't come out even.
  const turnOf = (label: number): number => (allowed === undefined ? 1 - label : label);
  const labelAt = (s: number): number => turnOf(s % classes);
  const shape = Array.from({ length: points }, (_, s) => {
    const label = labelAt(s);
    const size = Math.ceil((points - turnOf(label)) / classes); // of the class
    const part = Math.floor(s / classes) + random.uniform();
    return pointAt(label, part / size, random, classes);
  });
  const x1 = Float64Array.from(shape, ([value]) => value);
  const x2 = Float64Array.from(shape, ([, value]) => value);
  const deviation = noise * Math.max(extent(x1).span, extent(x2).span);
  for (let s = 0; s < points; s++) {
    x1[s] = x1[s]! + deviation * normal(random);
    x2[s] = x2[s]! + deviation * normal(random);
  }
  intoUnitSquare(x1, x2);
  const labels = Float64Array.from(shape, (_, s) => labelAt(s));
  return {
    count: points,
    kind: allowed === undefined ? "binary" : "classes",
    inputs: [x1, x2].map((column) => roundedTo(column, decimals)),
    targets: allowed === undefined ? [labels] : oneHot(labels, classes),
  };
}

/** The samples of a function. */
export function functionSamples({ inputs, of }: FunctionData, generation: Generation): Samples {
  const { points, noise, seed, decimals } = generation;
  const random = createRandom(seed);
  const columns = evenly(points, inputs, random).map((column) => roundedTo(column, decimals));
  const values = Float64Array.from(
    { length: points },
    (_, s) => of(columns.map((column) => column[s]!)) + noise * normal(random),
  );
  return { count: points, kind: "values", inputs: columns, targets: [roundedTo(values, decimals)] };
}

/**
 * Points spread evenly over [0, 1) or its square, one in each of as many parts: along x₁ in its order, and along x₂ in a
 * random one (a Latin hypercube; McKay, Beckman & Conover 1979).
 */
function evenly(points: number, inputs: 1 | 2, random: Random): Float64Array[] {
  return Array.from({ length: inputs }, (_, k) => {
    const order = Array.from({ length: points }, (_unused, i) => i);
    if (k > 0) {
      for (let i = points - 1; i > 0; i--) {
        const other = Math.floor(random.uniform() * (i + 1));
        [order[i], order[other]] = [order[other]!, order[i]!];
      }
    }
    return Float64Array.from(order, (part) => (part + random.uniform()) / points);
  });
}

function extent(values: Float64Array): { readonly low: number; readonly span: number } {
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  return { low, span: high - low };
}

/** Scales both columns by the same factor, in place, so that the longer side spans [0, 1] exactly. */
function intoUnitSquare(x1: Float64Array, x2: Float64Array): void {
  const sides = [x1, x2].map(extent);
  const longer = Math.max(...sides.map(({ span }) => span));
  [x1, x2].forEach((column, i) => {
    const { low, span } = sides[i]!;
    const margin = span === longer ? 0 : (1 - span / longer) / 2;
    for (let s = 0; s < column.length; s++) column[s] = (column[s]! - low) / longer + margin;
  });
}
