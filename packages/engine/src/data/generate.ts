/**
 * Generates samples from a shape: points on the shape, jitter, and one uniform scale into the unit square.
 *
 * The classes alternate, so that their sizes differ by at most one. The longer side of the bounding box spans [0, 1]
 * exactly and the shorter side is centered. Nothing is clamped or stretched, so a circle stays round.
 */
import { entryOf } from "../math/registry.ts";
import { createRandom, normal } from "../math/random.ts";
import type { Dataset, Geometric, Samples } from "./dataset.ts";
import { type DatasetName, datasets } from "./datasets/index.ts";

/** The settings of a generated dataset. */
export interface Generation {
  /** The number of points. */
  readonly points: number;
  /** The standard deviation of the jitter, in units of the noiseless shape's longer side. */
  readonly noise: number;
  readonly seed: number;
}

/** The samples of a dataset. A gate ignores the settings. @throws ExperimentError if there is no such dataset */
export function generate(name: DatasetName, { points, noise, seed }: Generation): Samples {
  const dataset = entryOf<Dataset>(datasets, name, "dataset");
  return dataset.kind === "gate" ? tabulate(dataset.table) : scatter(dataset, points, noise, seed);
}

/** The samples with these rows of x₁, x₂, and label. */
export function tabulate(rows: readonly (readonly [x1: number, x2: number, label: number])[]): Samples {
  return {
    count: rows.length,
    x1: Float64Array.from(rows, ([x1]) => x1),
    x2: Float64Array.from(rows, ([, x2]) => x2),
    y: Float64Array.from(rows, ([, , label]) => label),
  };
}

function scatter({ pointAt }: Geometric, points: number, noise: number, seed: number): Samples {
  const random = createRandom(seed);
  const label = (s: number): 0 | 1 => (s % 2 === 0 ? 1 : 0);
  const shape = Array.from({ length: points }, (_, s) => {
    const size = Math.floor((points + label(s)) / 2); // of the class; class 1 gets the odd point
    const part = Math.floor(s / 2) + random.uniform();
    return pointAt(label(s), part / size, random);
  });
  const x1 = Float64Array.from(shape, ([value]) => value);
  const x2 = Float64Array.from(shape, ([, value]) => value);
  const deviation = noise * Math.max(extent(x1).span, extent(x2).span);
  for (let s = 0; s < points; s++) {
    x1[s] = x1[s]! + deviation * normal(random);
    x2[s] = x2[s]! + deviation * normal(random);
  }
  intoUnitSquare(x1, x2);
  return { count: points, x1, x2, y: Float64Array.from(shape, (_, s) => label(s)) };
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
