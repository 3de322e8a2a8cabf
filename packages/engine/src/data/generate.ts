/**
 * From a shape to samples: points on it, jitter, and one uniform scale into the unit square.
 *
 * The classes take turns, so that they are balanced to within one however many points there are. The longer side of
 * the bounding box spans [0, 1] exactly and the other is centered: nothing is clamped or stretched, a circle stays round.
 */
import { entryOf } from "../math/registry.ts";
import { createRandom, normal } from "../math/random.ts";
import type { Dataset, Geometric, Samples } from "./dataset.ts";
import { type DatasetName, datasets } from "./datasets/index.ts";

/** How a dataset is generated. */
export interface Generation {
  /** How many points. */
  readonly points: number;
  /** Standard deviation of the jitter in units of the noiseless shape's larger side. */
  readonly noise: number;
  readonly seed: number;
}

/** The samples of a dataset. A gate's table has no room for choices; they are left aside. */
export function generate(name: DatasetName, { points, noise, seed }: Generation): Samples {
  const dataset = entryOf<Dataset>(datasets, name, "dataset");
  return dataset.kind === "gate" ? tabulate(dataset.table) : scatter(dataset, points, noise, seed);
}

/** Rows of x₁, x₂ and label as samples. */
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
    const size = Math.floor((points + label(s)) / 2); // of the class; an odd point more is class 1
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

/** One scale for both columns; the longer side spans [0, 1] exactly. */
function intoUnitSquare(x1: Float64Array, x2: Float64Array): void {
  const sides = [x1, x2].map(extent);
  const longer = Math.max(...sides.map(({ span }) => span));
  [x1, x2].forEach((column, i) => {
    const { low, span } = sides[i]!;
    const margin = span === longer ? 0 : (1 - span / longer) / 2;
    for (let s = 0; s < column.length; s++) column[s] = (column[s]! - low) / longer + margin;
  });
}
