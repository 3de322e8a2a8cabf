/**
 * Decides exactly, and with a proof, whether a line can separate two classes of points.
 *
 * Either there are weights w and a bias b with w·x + b > 0 for every point of class 1 and < 0 for every point of class
 * 0, or the convex hulls of the two classes meet: there are coefficients λ ≥ 0 of the points with the same sum in both
 * classes and the same Σ λ x in both (Gordan 1873, Farkas 1902). In the plane at most four coefficients are positive:
 * two segments cross, a point lies in a triangle or on a segment, or two points coincide.
 *
 * Phase one of the simplex method finds the coefficients or proves that there are none. It uses whole numbers, so
 * nothing is rounded, and Bland's rule, so it terminates.
 */
import { wholeNumbers } from "../math/exact.ts";
import type { Samples } from "./dataset.ts";

/** Whether a line can separate the points. If not, `zeros` and `ones` are the indices of points whose convex hulls meet. */
export type Separability =
  | { readonly separable: true }
  | { readonly separable: false; readonly zeros: readonly number[]; readonly ones: readonly number[] };

/** Decides whether a line can separate the samples with label 1 from those with label 0. @throws RangeError if an input is not finite */
export function separability({ count, x1, x2, y }: Samples): Separability {
  const [across, up] = [wholeNumbers([...x1]), wholeNumbers([...x2])];
  // One column per point. Its coefficient counts as positive for class 1 and negative for class 0. All add up to 1.
  const columns = Array.from({ length: count }, (_, s) =>
    y[s] === 1 ? [across[s]!, up[s]!, 1n, 1n] : [-across[s]!, -up[s]!, -1n, 1n],
  );
  const shared = solve(columns, [0n, 0n, 0n, 1n]);
  if (shared === undefined) return { separable: true };
  return {
    separable: false,
    zeros: shared.filter((s) => y[s] === 0),
    ones: shared.filter((s) => y[s] === 1),
  };
}

/**
 * The columns with a positive coefficient in a solution λ ≥ 0 of Σ λ column = right side, in ascending order; undefined
 * if there is no solution. The right side must not be negative.
 */
function solve(columns: readonly (readonly bigint[])[], right: readonly bigint[]): number[] | undefined {
  const size = right.length;
  // The inverse of the basis, with the basic coefficients as the last column, over a common denominator. The initial
  // basis is artificial: row i has the artificial variable −1 − i.
  let rows = right.map((value, i) => [...right.map((_, k) => (i === k ? 1n : 0n)), value]);
  let denominator = 1n;
  const basis = right.map((_, i) => -1 - i);
  for (;;) {
    const artificial = rows.filter((_, i) => basis[i]! < 0);
    const prices = right.map((_, k) => artificial.reduce((sum, row) => sum + row[k]!, 0n));
    const missing = artificial.reduce((sum, row) => sum + row[size]!, 0n);
    if (missing === 0n) {
      return basis.filter((column, i) => column >= 0 && rows[i]![size]! > 0n).toSorted((a, b) => a - b);
    }
    const entering = columns.findIndex((column) => dot(prices, column) > 0n);
    if (entering === -1) return undefined;
    const steps = rows.map((row) => dot(row, columns[entering]!));
    const leaving = shortest(steps, rows, basis);
    const pivot = steps[leaving]!;
    const pivotRow = rows[leaving]!;
    rows = rows.map((row, i) =>
      i === leaving ? row : row.map((value, k) => (pivot * value - steps[i]! * pivotRow[k]!) / denominator),
    );
    denominator = pivot;
    basis[leaving] = entering;
  }
}

/** The row that limits the entering coefficient most; on a tie, the row with the lowest column (Bland's rule). */
function shortest(
  steps: readonly bigint[],
  rows: readonly (readonly bigint[])[],
  basis: readonly number[],
): number {
  let best = -1;
  for (const [i, step] of steps.entries()) {
    if (step <= 0n) continue;
    const compared = best < 0 ? -1n : rows[i]!.at(-1)! * steps[best]! - rows[best]!.at(-1)! * step;
    if (compared < 0n || (compared === 0n && basis[i]! < basis[best]!)) best = i;
  }
  return best;
}

/** Σ aᵢ bᵢ over the entries of b. */
function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return b.reduce((sum, value, i) => sum + a[i]! * value, 0n);
}
