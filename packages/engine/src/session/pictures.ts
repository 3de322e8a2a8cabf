/**
 * Pictures of the network over the input square [0, 1]²: real forward passes at the centers of size × size cells.
 *
 * Row 0 is at the top of the picture (x₂ near 1) and column 0 at the left (x₁ near 0), as on a canvas.
 */
import { sigmoid } from "../math/elementary.ts";
import { WIDTH } from "../nn/dense.ts";
import type { Network } from "../nn/network.ts";
import { createRows, forward } from "../nn/propagation.ts";

/** Pictures of ŷ and of every hidden unit's output over the input square. */
export interface Pictures {
  readonly size: number;
  /** ŷ of each cell, row by row. */
  readonly boundary: Float64Array;
  /** One picture for each hidden unit, layer by layer: a of each cell, rounded to 32 bits, for colors only. */
  readonly maps: readonly Float32Array[];
}

/** x₁ at the center of a column. */
export function columnCenter(column: number, size: number): number {
  return (column + 0.5) / size;
}

/** x₂ at the center of a row. */
export function rowCenter(row: number, size: number): number {
  return 1 - (row + 0.5) / size;
}

/** Computes the picture of ŷ with size × size cells and, if `maps` is true, those of all hidden units. */
export function draw(network: Network, params: Float64Array, size: number, maps: boolean): Pictures {
  const cells = size * size;
  const rows = createRows(network, Math.min(WIDTH, cells));
  const boundary = new Float64Array(cells);
  const hidden = network.layers.slice(0, -1).flatMap(({ fanOut }, l) =>
    Array.from({ length: maps ? fanOut : 0 }, (_, j) => ({
      units: rows[l + 1]!,
      j,
      map: new Float32Array(cells),
    })),
  );
  const inputs = rows[0]!;
  const logits = rows.at(-1)!;
  for (let from = 0; from < cells; from += WIDTH) {
    const count = Math.min(WIDTH, cells - from);
    for (let i = 0; i < count; i++) {
      const row = Math.floor((from + i) / size);
      inputs[i] = columnCenter(from + i - row * size, size);
      inputs[count + i] = rowCenter(row, size);
    }
    forward(network, params, rows, count);
    for (let i = 0; i < count; i++) boundary[from + i] = sigmoid(logits[i]!);
    for (const { units, j, map } of hidden) map.set(units.subarray(j * count, (j + 1) * count), from);
  }
  return { size, boundary, maps: hidden.map(({ map }) => map) };
}
