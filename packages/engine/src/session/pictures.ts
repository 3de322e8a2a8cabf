/**
 * Pictures of the network over its inputs: real forward passes at the centers of equal cells.
 *
 * One input: `size` cells along a line. Two: size × size cells of a square; row 0 is its top (the second input at its
 * highest), column 0 its left, as a canvas draws. Three or four: the plane along two inputs through a point, with the
 * others as they are there.
 */
import type { Columns } from "../math/classes.ts";
import { blocked } from "../nn/blocked/index.ts";
import { featureColumns } from "../nn/features/index.ts";
import type { Network } from "../nn/network.ts";
import type { DatasetChoice } from "./experiment.ts";
import { dataShape, type Domain, domainOf } from "./start.ts";

/** The cut through the inputs that a picture shows. */
export interface Picture {
  readonly domain: Domain;
  /** The input across the picture and, with two or more inputs, the one upward; from 1. */
  readonly axes: readonly [number] | readonly [number, number];
  /** The point it goes through: raw inputs, of which those along the axes do not matter. */
  readonly through: readonly number[];
}

/** The usual picture of a dataset: along the first input or the first two, through the middle of the others. */
export function pictureOf(choice: DatasetChoice): Picture {
  const domain = domainOf(choice);
  return {
    domain,
    axes: dataShape(choice).inputs === 1 ? [1] : [1, 2],
    through: domain.map(([low, high]) => low + (high - low) / 2),
  };
}

/** The outputs over a picture, and what every hidden unit puts out there. */
export interface Pictures {
  readonly size: number;
  /** For each output its value in each cell, row by row. */
  readonly outputs: Columns;
  /** One picture for each hidden unit, layer by layer: a of each cell, rounded to 32 bits, for colors only. */
  readonly maps: readonly Float32Array[];
}

/** The share of the way across at the center of a column. */
export function columnCenter(column: number, size: number): number {
  return (column + 0.5) / size;
}

/** The share of the way up at the center of a row. */
export function rowCenter(row: number, size: number): number {
  return 1 - (row + 0.5) / size;
}

/** The place at a share of an interval. */
export function at([low, high]: readonly [low: number, high: number], share: number): number {
  return low === 0 && high === 1 ? share : low + (high - low) * share;
}

/** The raw inputs at the centers of all cells, one column each. */
function cellInputs({ domain, axes, through }: Picture, size: number): Float64Array[] {
  const [across, up] = axes;
  const cells = up === undefined ? size : size * size;
  return through.map((value, k) => {
    const column = new Float64Array(cells);
    if (k + 1 === across) {
      const row = Float64Array.from({ length: size }, (_, c) => at(domain[k]!, columnCenter(c, size)));
      for (let from = 0; from < cells; from += size) column.set(row, from);
    } else if (k + 1 === up) {
      for (let r = 0; r < size; r++)
        column.fill(at(domain[k]!, rowCenter(r, size)), r * size, (r + 1) * size);
    } else column.fill(value);
    return column;
  });
}

/** The network's inputs at the centers of all cells: one column for each feature. */
export function cellFeatures(
  network: Pick<Network, "features">,
  picture: Picture,
  size: number,
): Float64Array[] {
  return featureColumns(network.features, cellInputs(picture, size));
}

/** Draws the outputs, and with `maps` every hidden unit too. */
export function draw(
  network: Network,
  params: Float64Array,
  picture: Picture,
  size: number,
  maps: boolean,
): Pictures {
  return { size, ...drawCells(network, params, cellFeatures(network, picture, size), maps) };
}

/** Draws cells of which the network's inputs are known. */
export function drawCells(
  network: Network,
  params: Float64Array,
  features: Columns,
  maps: boolean,
): Omit<Pictures, "size"> {
  const cells = features[0]!.length;
  const { head, layers } = network;
  const outputs = Array.from({ length: layers.at(-1)!.fanOut }, () => new Float64Array(cells));
  const hidden = layers.slice(0, -1).flatMap(({ fanOut }, l) =>
    Array.from({ length: maps ? fanOut : 0 }, (_, j) => ({
      row: l + 1,
      j,
      map: new Float32Array(cells),
    })),
  );
  blocked.forward(network, params, features, (rows, from, count) => {
    head.outputs(rows.at(-1)!, count, from, outputs);
    for (const { row, j, map } of hidden) map.set(rows[row]!.subarray(j * count, (j + 1) * count), from);
  });
  return { outputs, maps: hidden.map(({ map }) => map) };
}
