/** The direction in which a layer is looked at so that the output's cut is one straight line. */

/** The inner product. */
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Rounds of power iteration. They stop early once the direction stays. */
const ROUNDS = 300;

/**
 * The direction in which a layer's activations spread widest, among those orthogonal to the output's weights: z doesn't
 * see it. It has length 1, and grows with `along` where it can; it is 0 if the layer doesn't spread beside z.
 */
export function edgeOnDirection(
  rows: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  along: readonly number[],
): Float64Array {
  const n = weights.length;
  const mean = Float64Array.from(
    { length: n },
    (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length,
  );
  const centered = rows.map((row) =>
    unseen(
      Float64Array.from(row, (a, i) => a - mean[i]!),
      weights,
    ),
  );
  const spread = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_unused, k) =>
      centered.reduce((sum, row) => sum + row[i]! * row[k]!, 0),
    ),
  );
  const widest = spread.reduce((most, row, i) => (row[i]! > spread[most]![most]! ? i : most), 0);
  let direction = unit(unseen(spread[widest]!, weights));
  for (let round = 0; round < ROUNDS; round++) {
    const from = direction;
    direction = unit(
      unseen(
        Float64Array.from(spread, (row) => dot(row, from)),
        weights,
      ),
    );
    if (dot(direction, from) >= 1) break;
  }
  const middle = along.reduce((sum, x) => sum + x, 0) / along.length;
  const grows = centered.reduce((sum, row, r) => sum + dot(row, direction) * (along[r]! - middle), 0);
  return grows < 0 ? direction.map((value) => -value) : direction;
}

/** What is left of a vector beside the weights. Twice, because the first time leaves a rounding error. */
function unseen(vector: Float64Array, weights: ArrayLike<number>): Float64Array {
  const square = dot(weights, weights);
  if (square === 0) return vector;
  const once = (from: Float64Array): Float64Array => {
    const share = dot(from, weights) / square;
    return from.map((value, i) => value - share * weights[i]!);
  };
  return once(once(vector));
}

/** The vector with length 1. What is only rounding has none. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length < 1e-12 ? new Float64Array(vector.length) : vector.map((value) => value / length);
}
