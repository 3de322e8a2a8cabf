/** The lowest point of a slice, compared with the current parameters in its middle. */

export interface Lowest {
  readonly row: number;
  readonly column: number;
  readonly loss: number;
  /** The loss at the current parameters. */
  readonly middle: number;
  /** Whether the middle itself is as low as any other point. */
  readonly inMiddle: boolean;
  /** Whether one of the middle's eight neighbors is lower. */
  readonly downhill: boolean;
  /** Whether the lowest point is at the edge. */
  readonly atEdge: boolean;
}

/** The lowest of size × size losses, row by row; the middle where several are. Undefined if none is finite. */
export function lowestOf(losses: Float64Array, size: number): Lowest | undefined {
  const center = (losses.length - 1) / 2;
  const loss = losses.reduce((low, value) => (value < low ? value : low), Infinity);
  if (loss === Infinity) return undefined;
  const middle = losses[center]!;
  const cell = middle === loss ? center : losses.indexOf(loss);
  const row = Math.floor(cell / size);
  const column = cell % size;
  const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => center + down * size + right));
  return {
    row,
    column,
    loss,
    middle,
    inMiddle: cell === center,
    downhill: around.some((neighbor) => losses[neighbor]! < middle),
    atEdge: [row, column].some((index) => index === 0 || index === size - 1),
  };
}
